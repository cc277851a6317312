"""Back end of the node in plain Python: level L0 of the contract with uploads and references, and a grey image instead of a model.

    python3 back_end.py 4500        then     npx image-generation-node check http://127.0.0.1:4500 --level L0 --allow-spend
"""

import base64, hashlib, hmac, json, re, secrets, struct, sys, threading, time, uuid, zlib
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PORT = int(sys.argv[1]) if len(sys.argv) > 1 else 4500
ORIGIN = f"http://127.0.0.1:{PORT}"
SECRET, WEEK, MAX_BODY, MODEL = secrets.token_bytes(32), 604_800, 65_536, "grey/painter"
MAX_PICTURE, MAX_PIXELS, MAX_REFERENCES = 2_000_000, 16_000_000, 2
SIZES = {"square": (512, 512), "landscape": (768, 432), "portrait": (432, 768)}
SETTINGS = {
    "shade": {"type": "integer", "minimum": 0, "maximum": 255, "default": 200, "title": "Shade"},
    "border": {"type": "string", "enum": ["none", "thin", "wide"], "default": "none", "title": "Border"},
}
CATALOG = {
    "version": 1, "imageModels": [{
        "id": MODEL, "label": "Grey Painter", "provider": "grey", "kind": "demo", "maxPromptLength": 1000,
        "aspectRatios": {name: {"width": w, "height": h, "fit": "exact"} for name, (w, h) in SIZES.items()},
        "settings": {"properties": SETTINGS},
        "references": {"max": MAX_REFERENCES, "mimeTypes": ["image/png"], "maxBytes": MAX_PICTURE},
    }],
    "promptModels": [], "modes": ["manual"],
    "aspectRatios": [{"id": name} for name in SIZES], "styles": [{"id": "auto"}, {"id": "watercolor"}, {"id": "sketch"}],
    "limits": {"timeoutMs": 60_000, "maxQueueMs": 0, "maxBodyBytes": MAX_BODY, "urlTtlSeconds": WEEK,
               "maxUploadBytes": MAX_PICTURE, "maxPixels": MAX_PIXELS},
    "features": {"stream": False, "prompts": False, "runs": False, "templates": "server", "variables": ["inline"],
                 "uploads": True},
    "defaults": {"imageModel": MODEL, "promptModel": None},
}
MODES = {"manual": ["resolved"], "prompt_ai": ["written", "resolved"], "auto": ["written", "resolved"]}  # Texts of input.
STATUS = {
    "invalid_json": 400, "idempotency_key_missing": 400, "forbidden": 403, "bad_signature": 403, "not_found": 404,
    "method_not_allowed": 405, "idempotency_in_progress": 409, "link_expired": 410, "payload_too_large": 413,
    "unsupported_media_type": 415, "invalid_request": 422, "invalid_template": 422, "missing_variable": 422,
    "empty_prompt": 422, "prompt_too_long": 422, "model_unavailable": 422, "idempotency_mismatch": 422, "internal": 500,
}
images, runs, uploads, lock = {}, {}, {}, threading.Lock()


class Refusal(Exception):
    def __init__(self, kind, pointer=None, code=None, variable=None, **more):
        error = {"pointer": pointer, "code": code or kind, **({"variable": variable} if variable else {})}
        self.status = STATUS[kind]
        self.problem = {
            "type": "about:blank", "title": kind.replace("_", " "), "status": self.status, "kind": kind,
            "retryable": False, "charged": False, "requestId": f"req_{uuid.uuid4()}",
            **({"errors": [error]} if pointer else {}), **more,
        }


# Template language: `{{ slug.member[0]["any key"]?.maybe ?? "default" }}`. Test a complete one with template-cases.json.
NAME, STRING = r"[A-Za-z_$][\w$-]*", r'"(?:[^"\\]|\\.)*"'
PART = re.compile(rf'(\?)?(?:\.({NAME})|\.?\[(\d+|{STRING})\])')
PATH = re.compile(rf'\s*({NAME})((?:\??(?:\.{NAME}|\.?\[(?:\d+|{STRING})\]))*)\s*(?:\?\?\s*({STRING})\s*)?')
TOKEN = re.compile(rf'\\\{{\{{|\{{\{{((?:{STRING}|(?!\}}\}})[\s\S])*)(\}}\}})?')


def value_at(data, match, absent=None):
    """Value of a path in JSON data, or `absent`. Reads own members of objects and elements of lists, nothing else."""
    parts = [(None, match[1], "")] + PART.findall(match[2])
    for _, name, index in parts:
        key = name or json.loads(index)
        fits = isinstance(data, list) and isinstance(key, int) and key < len(data)
        is_member = isinstance(data, dict) and isinstance(key, str)
        data = data[key] if fits else data.get(key, absent) if is_member else absent
    return data


def fill_in(template, variables):
    def fill(token):
        if token[0] == "\\{{":
            return "{{"
        match = PATH.fullmatch(token[1] or "") if token[2] else None
        if not match:
            code = "unsupported_expression" if token[2] else "unclosed_braces"
            raise Refusal("invalid_template", "#/config/prompt/template", code)
        value = value_at(variables, match)
        if value is None and match[3]:
            return json.loads(match[3])
        if value is None and "?" not in match[2]:
            raise Refusal("missing_variable", "#/config/prompt/template", variable=token[1].strip())
        if isinstance(value, str):
            return value
        return "" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    return TOKEN.sub(fill, template)


def read_settings(given):
    """Values with defaults. Nothing is converted, and whatever is not offered is refused before anything is spent."""
    for name, value in given.items():
        setting = SETTINGS.get(name, {})
        if setting.get("type") == "integer":
            whole = type(value) in (int, float) and value % 1 == 0  # True is a bool, and 7.0 is the same JSON number as 7.
            fits = whole and setting["minimum"] <= value <= setting["maximum"]
        else:
            fits = isinstance(value, str) and value in setting.get("enum", [])
        if not fits:
            pointer = "#/config/settings/" + name.replace("~", "~0").replace("/", "~1")
            raise Refusal("invalid_request", pointer, "setting_unsupported")
    return {**{name: setting["default"] for name, setting in SETTINGS.items()}, **given}


def read_items(value):
    """Pictures that a value leads to: a file with an attachmentId, an id, or a list of those. None stands for anything else."""
    if isinstance(value, list):
        return [item for member in value for item in read_items(member)]
    if isinstance(value, dict):
        value = value.get("attachmentId") or 0  # A file without an id is no picture.
    if value is None or value == "":
        return []
    return [value if isinstance(value, str) and re.fullmatch(r"[^\s/\\:]{1,255}", value) else None]


def read_references(config, variables, given):
    """Ids of the pictures in order, and warnings. No address is ever fetched, and nothing is left out in silence."""
    root = "#/input/references" if "references" in given else "#/config/references"
    listed, placed, warnings = given.get("references", config.get("references", [])), [], []
    if not isinstance(listed, list):
        raise Refusal("invalid_request", root)
    refuse = lambda place, code, kind="invalid_request", variable=None: Refusal(kind, f"{root}/{place}", code, variable)
    for place, reference in enumerate(listed):
        reference = reference if isinstance(reference, dict) else {}
        value, attachment = reference.get("value") or "", reference.get("attachmentId") or ""
        token = TOKEN.fullmatch(value.strip()) if isinstance(value, str) else None
        path = PATH.fullmatch(token[1] or "") if token and token[2] else None
        if bool(value) == bool(attachment) or (value and not path):
            raise refuse(place, "invalid_reference")
        if place >= MAX_REFERENCES:
            raise refuse(place, "too_many_references")
        if attachment:
            placed.append((place, attachment))
            continue
        found, name = value_at(variables, path, absent=Ellipsis), token[1].strip()
        if found in (None, Ellipsis):
            found = json.loads(path[3]) if path[3] else None if "?" in path[2] else found
        items = read_items(found)
        if None in items:
            raise refuse(place, "missing_variable", "missing_variable", name)
        placed += [(place, item) for item in items]
        if not items:
            message = f"The reference {place + 1} ({name}) led to no picture, and was left out."
            warnings.append({"code": "reference_empty", "params": {"reference": place, "variable": name}, "message": message})
    if len(placed) > MAX_REFERENCES:
        raise refuse(placed[MAX_REFERENCES][0], "too_many_references")
    for place, attachment in placed:
        if attachment not in images:  # With workspaces: nor one of another workspace.
            raise refuse(place, "reference_not_found", "not_found")
    return [attachment for _, attachment in placed], warnings


def clean_png(data):
    """A PNG without its metadata. Decodes it, so that what is cut off or claims more pixels than it has is refused."""
    def need(holds, kind="unsupported_media_type"):
        if not holds:
            raise Refusal(kind)

    need(data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR" and len(data) > 33)
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", data[16:29])
    need(0 < width * height <= MAX_PIXELS, "payload_too_large")
    need(colour in (0, 2, 3, 4, 6) and interlace == 0)
    kept, pixels, place, name = data[:8], b"", 8, b""
    while name != b"IEND":
        need(place + 12 <= len(data))
        size, name = struct.unpack(">I4s", data[place : place + 8])
        chunk = data[place : place + 12 + size]
        need(len(chunk) == 12 + size and struct.unpack(">I", chunk[-4:])[0] == zlib.crc32(chunk[4:-4]))
        pixels += chunk[8:-4] if name == b"IDAT" else b""
        kept += chunk if name in (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND") else b""
        place += len(chunk)
    row = -(-width * depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] // 8) + 1
    inflate = zlib.decompressobj()
    try:
        need(len(inflate.decompress(pixels, row * height + 1)) == row * height)
    except zlib.error:
        need(False)
    return kept, width, height


def read_order(text):
    def need(holds, pointer):
        if not holds:
            raise Refusal("invalid_request", pointer)

    def depth(value):
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return 0 if inner is None else 1 + max((depth(item) for item in inner), default=0)

    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal("invalid_json")
    need(isinstance(body, dict) and depth(body) <= 64, "#")
    config, variables, given = body.get("config"), body.get("variables"), body.get("input") or {}
    need(isinstance(config, dict), "#/config")
    need(config.get("version") == 1, "#/config/version")
    prompt = config.get("prompt")
    need(isinstance(prompt, dict) and isinstance(prompt.get("template"), str), "#/config/prompt/template")
    need(prompt.get("mode") in MODES, "#/config/prompt/mode")
    need(config.get("aspectRatio") in SIZES, "#/config/aspectRatio")
    need(isinstance(config.get("style"), str), "#/config/style")
    need(isinstance(config.get("settings", {}), dict), "#/config/settings")
    need(variables is None or isinstance(variables, dict), "#/variables")
    need(isinstance(given, dict) and all(isinstance(given.get(name, ""), str) for name in MODES["auto"]), "#/input")
    if config.get("imageModel") not in (None, MODEL):
        raise Refusal("model_unavailable", "#/config/imageModel")
    settings = read_settings(config.get("settings", {}))
    references, warnings = read_references(config, variables or {}, given)
    ready = [given[name] for name in MODES[prompt["mode"]] if name in given]  # An empty one is final too.
    resolved = ready[0] if ready else fill_in(prompt["template"], variables or {})
    if not resolved.strip():
        raise Refusal("empty_prompt", "#/config/prompt/template")
    if len(resolved) > 1000:
        raise Refusal("prompt_too_long", "#/config/prompt/template")
    style = "" if config["style"] == "auto" else f". Style: {config['style'].replace('_', ' ')}"
    return prompt["template"], resolved, resolved + style, config["aspectRatio"], settings, references, warnings


def draw(width, height, settings):
    """Returns a grey PNG with a dark border. Call your model here."""
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    grey, edge = bytes([int(settings["shade"])]), {"none": 0, "thin": 4, "wide": 16}[settings["border"]]
    dark = (b"\0" + b"\x20" * width) * edge
    row = b"\0" + b"\x20" * edge + grey * (width - 2 * edge) + b"\x20" * edge
    rows = zlib.compress(dark + row * (height - 2 * edge) + dark)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def sign(attachment, ends):
    digest = hmac.new(SECRET, f"{attachment}\n{ends}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def link(attachment):
    ends = int(time.time()) + WEEK
    expires = datetime.fromtimestamp(ends, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{ORIGIN}/attachments/{attachment}?exp={ends}&kid=k1&sig={sign(attachment, ends)}", expires


def generate(run_id, text):
    template, resolved, sent, ratio, settings, references, warnings = read_order(text)
    width, height = SIZES[ratio]
    png, attachment = draw(width, height, settings), f"att_{uuid.uuid4().hex}"
    images[attachment] = png, width, height  # Beside the prompt, your model gets images[id][0] of each id in references.
    used = [{"attachmentId": id, "mimeType": "image/png", "width": images[id][1], "height": images[id][2]} for id in references]
    name = f"{time.time_ns()}-workflow_image_generation-grey.png"
    details = {"name": name, "mimeType": "image/png", "sizeInKb": -(-len(png) // 1024), "attachmentId": attachment}
    output = {
        "path": f"/mnt/data/{name}", "_metadata": details, "imagePath": f"attachments/{attachment}.png",
        "attachmentId": attachment, "prompt": resolved, "aspectRatio": ratio,
    }
    return {
        "id": run_id, "status": "succeeded", "output": output,
        "image": {"width": width, "height": height, "sha256": hashlib.sha256(png).hexdigest()},
        "settings": settings,
        "stages": {"template": template, "resolved": resolved, "written": None, "sent": sent, "revised": None},
        **({"references": used} if used else {}),
        "warnings": warnings, "usage": {"items": [{"kind": "image", "model": MODEL}]},
    }


class BackEnd(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", kind="application/json", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        shared = {"Content-Type": kind, "Content-Length": str(len(data)), "Image-Generation-Contract": "1"}
        for name, value in {**shared, "X-Content-Type-Options": "nosniff", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD" and status != 304:
            self.wfile.write(data)

    def handle_any(self):
        try:
            self.body = self.read_body()
            self.dispatch(urlsplit(self.path))
        except Refusal as refusal:
            allow = {"Allow": self.allowed} if refusal.status == 405 else {}
            self.answer(refusal.status, refusal.problem, "application/problem+json", **allow)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = handle_any

    def read_body(self):
        """Reads the whole body, so that the connection stays usable; one that is too long is refused later."""
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body = (body + self.rfile.read(size))[: MAX_PICTURE + 1]
            self.rfile.readline()
        self.rfile.readline()
        return body

    def dispatch(self, url):
        if self.command in ("POST", "DELETE") and self.headers.get("Origin", ORIGIN) != ORIGIN:
            raise Refusal("forbidden")
        fresh, shown = (re.fullmatch(f"/attachments/([^/]+){end}", url.path) for end in ("/url", ""))
        routes = {"/catalog": ("GET, HEAD", self.catalog), "/generations": ("POST", self.generations),
                  "/attachments": ("POST", self.upload)}
        if fresh:
            route = ("POST", lambda: self.fresh_link(fresh[1]))
        elif shown:
            route = ("GET, HEAD", lambda: self.serve_image(shown[1], parse_qs(url.query)))
        else:
            route = routes.get(url.path)
        if not route:
            raise Refusal("not_found")
        self.allowed, operation = route
        if self.command not in self.allowed.split(", "):
            raise Refusal("method_not_allowed")
        operation()

    def catalog(self):
        tag = f'"{hashlib.sha256(json.dumps(CATALOG).encode()).hexdigest()[:20]}"'
        same = self.headers.get("If-None-Match") == tag
        self.answer(304 if same else 200, b"" if same else CATALOG, Cache_Control="private, no-cache", ETag=tag)

    def generations(self):
        if self.headers.get_content_type() != "application/json":
            raise Refusal("unsupported_media_type")
        if len(self.body) > MAX_BODY:
            raise Refusal("payload_too_large")
        key = self.read_key()
        digest = hashlib.sha256(self.body).hexdigest()
        with lock:
            run = runs.get(key)
            if run and run["digest"] != digest:
                raise Refusal("idempotency_mismatch")
            if run and not run["answer"]:
                raise Refusal("idempotency_in_progress", id=run["id"])
            replayed = {"Idempotency-Replayed": "true"} if run else {}
            run = run or runs.setdefault(key, {"id": f"gen_{uuid.uuid4()}", "digest": digest, "answer": None})
        try:
            run["answer"] = run["answer"] or generate(run["id"], self.body)
        except Refusal:
            del runs[key]  # Nothing was charged, so the key is free again.
            raise
        image_url, expires = link(run["answer"]["output"]["attachmentId"])
        output = {**run["answer"]["output"], "imageUrl": image_url}
        image = {**run["answer"]["image"], "expiresAt": expires}
        self.answer(200, {**run["answer"], "output": output, "image": image}, Cache_Control="no-store", **replayed)

    def read_key(self):
        key = re.sub(r'^"(.*)"$', r"\1", self.headers.get("Idempotency-Key", ""))
        if not re.fullmatch(r"[A-Za-z0-9._~-]{1,255}", key):
            raise Refusal("idempotency_key_missing")
        return key

    def upload(self):
        """Keeps a picture, judged by its bytes, whatever its Content-Type is. A repeat answers the same one."""
        key, digest = self.read_key(), hashlib.sha256(self.body).hexdigest()
        if len(self.body) > MAX_PICTURE:
            raise Refusal("payload_too_large")
        with lock:
            before = uploads.get(key)
            if before and before[0] != digest:
                raise Refusal("idempotency_mismatch")
            if not before:
                before = uploads[key] = digest, f"att_{uuid.uuid4().hex}"
                try:
                    images[before[1]] = clean_png(self.body)
                except Refusal:
                    del uploads[key]
                    raise
        png, width, height = images[before[1]]
        image_url, expires = link(before[1])
        kept = {"attachmentId": before[1], "mimeType": "image/png", "width": width, "height": height}
        self.answer(201, {**kept, "sizeInKb": -(-len(png) // 1024), "imageUrl": image_url, "expiresAt": expires})

    def fresh_link(self, attachment):
        if attachment not in images:
            raise Refusal("not_found")
        image_url, expires = link(attachment)
        self.answer(200, {"imageUrl": image_url, "expiresAt": expires})

    def serve_image(self, attachment, query):
        ends, signature = query.get("exp", [""])[0], query.get("sig", [""])[0]
        if not hmac.compare_digest(sign(attachment, ends).encode(), signature.encode()):
            raise Refusal("bad_signature")
        if int(ends) <= time.time():
            raise Refusal("link_expired")
        headers = {
            "Content-Disposition": f'inline; filename="{attachment}.png"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin",
        }
        self.answer(200, images[attachment][0], "image/png", **headers)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer.daemon_threads = True
    server = ThreadingHTTPServer(("127.0.0.1", PORT), BackEnd)
    print(f"Listening on {ORIGIN}", flush=True)
    server.serve_forever()
