// Lua, which Redis runs as one step.

/**
 * Writes a key, its run, its request and who listens, unless the key is held; answers who holds it.
 *
 * Keys: of the idempotency key, the run, the request, the listeners. Arguments: the run's id and record, when they are
 * forgotten, the request, and listeners.
 */
// All at once: a handler that dies in between would leave a run that nobody finds.
export const CLAIM = claim("");

/** {@link CLAIM} of a run with a reservation. What is last besides: the key of open ones; the run's name there, its time, and the life of the key. */
export const CLAIM_OPEN = withReservation(claim);

function claim(keep: string): string {
  return `
local held = redis.call("GET", KEYS[1])
if held then return held end
redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[3])
redis.call("SET", KEYS[2], ARGV[2], "PXAT", ARGV[3])
if ARGV[4] ~= "" then redis.call("SET", KEYS[3], ARGV[4], "PXAT", ARGV[3]) end
if ARGV[5] then
  redis.call("SADD", KEYS[4], ARGV[5])
  redis.call("PEXPIREAT", KEYS[4], ARGV[3])
end${keep}
return nil`;
}

/** Takes a key from the run that holds it, and keeps a prompt with it. Keys: of the key, the prompt. Arguments: the run's id, the prompt, until when. */
// Kept first: whoever claims the freed key finds it.
export const RELEASE = `
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= "" then redis.call("SET", KEYS[2], ARGV[2], "PXAT", ARGV[3]) end
return redis.call("DEL", KEYS[1])`;

/**
 * Replaces a record that begins with a revision, and answers with those who listen; a repeat finds its own record.
 *
 * Keys: of the run, the request, the listeners. Arguments: the revision's beginning, the record, "1" where the request is
 * forgotten or "+" and one to keep, and a listener to note.
 */
export const UPDATE = update("");

/** {@link UPDATE} of a run with a reservation, with what is last besides in {@link CLAIM_OPEN}; an empty time closes it. */
export const UPDATE_OPEN = withReservation(update);

function update(keep: string): string {
  return `
local known = redis.call("GET", KEYS[1])
if not known then return nil end
if known ~= ARGV[2] then
  if string.sub(known, 1, #ARGV[1]) ~= ARGV[1] then return nil end
  redis.call("SET", KEYS[1], ARGV[2], "KEEPTTL")
end
if ARGV[3] == "1" then redis.call("DEL", KEYS[2]) end
if string.sub(ARGV[3], 1, 1) == "+" then
  redis.call("SET", KEYS[2], string.sub(ARGV[3], 2), "PX", math.max(1, redis.call("PTTL", KEYS[1])))
end
if ARGV[4] then
  redis.call("SADD", KEYS[3], ARGV[4])
  redis.call("PEXPIRE", KEYS[3], math.max(1, redis.call("PTTL", KEYS[1])))
end${keep}
return redis.call("SMEMBERS", KEYS[3])`;
}

/** Adds to a script what keeps a reservation findable. It is taken off the end first, where a script may look for more of its own. */
function withReservation(script: (keep: string) => string): string {
  const keep = `
if due == "" then redis.call("ZREM", open, name) else redis.call("ZADD", open, due, name) end
if redis.call("EXISTS", open) == 1 then redis.call("PEXPIRE", open, life) end`;
  return `
local open = table.remove(KEYS)
local life, due, name = table.remove(ARGV), table.remove(ARGV), table.remove(ARGV)
${script(keep)}`;
}

/** Reads the names of runs whose reservation is overdue, the longest first. Keys: of open ones. Arguments: until when, how many. */
export const OVERDUE = `return redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", ARGV[1], "LIMIT", 0, ARGV[2])`;

/** Forgets a reservation whose run is gone. Keys: of open ones. Arguments: the run's name there. */
export const FORGET = `return redis.call("ZREM", KEYS[1], ARGV[1])`;

/** Notes a listener with a run that is there. Keys: of the run, the listeners. */
export const LISTEN = `
local left = redis.call("PTTL", KEYS[1])
if left < 0 then return 0 end
redis.call("SADD", KEYS[2], ARGV[1])
redis.call("PEXPIRE", KEYS[2], math.max(1, left))
return 1`;

/** Reads who listens to a run. */
export const LISTENERS = `return redis.call("SMEMBERS", KEYS[1])`;

/** Reads a run and its request. */
export const READ = `return {redis.call("GET", KEYS[1]), redis.call("GET", KEYS[2])}`;

/** Writes the request of a run whose record holds it, unless it is there. */
export const MOVE = `return redis.call("SET", KEYS[1], ARGV[1], "NX", "PXAT", ARGV[2])`;
