// Lua, which Redis runs as one step. What the tables and functions of `turnTables.ts` are in PostgreSQL.

/** Parts of a queue's lines in Redis, each a key; the scripts take them in this order. */
export const TURN_KEYS = [
  // Hash, by id: workspace, place in the line, moment of its end, id whose leaving made it ready.
  "entries",
  // Sorted by text: workspace:place:id of what is held.
  "held",
  // Hash, by workspace: ids that are ready.
  "ready",
  // Sorted by the moment of their end: all ids.
  "until",
  // Sorted by the moment since which they are ready: ids.
  "since",
  // Hash: starts under the limit since a moment, and the last place that was given away.
  "starts",
  // Sorted by the moment that was promised: workspaces.
  "promises",
  // Hash, by id of one that left: ids that are ready by that.
  "opened",
] as const;

/** Arguments of each: now, window, life of the keys. */
const COMMON = `
local entries, held, readyOf, untilOf, since, starts, promises, opened = unpack(KEYS)
local now, window, life = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]

local function words(text)
  local found = {}
  for word in string.gmatch(text or "", "%S+") do found[#found + 1] = word end
  return found
end
local function write(key, field, list)
  if #list == 0 then redis.call("HDEL", key, field) else redis.call("HSET", key, field, table.concat(list, " ")) end
end
local function without(list, id)
  local rest = {}
  for _, other in ipairs(list) do if other ~= id then rest[#rest + 1] = other end end
  return rest
end
local function read(id)
  local known = words(redis.call("HGET", entries, id) or "")
  if #known == 0 then return nil end
  return { workspace = known[1], place = known[2], ends = tonumber(known[3]), opener = known[4] }
end
local function isLate(id)
  local entry = read(id)
  return entry == nil or entry.ends <= now
end
local function makeReady(id, entry, opener)
  redis.call("HSET", entries, id, table.concat({ entry.workspace, entry.place, string.format("%.0f", entry.ends), opener }, " "))
  redis.call("ZADD", since, now, id)
  local ids = words(redis.call("HGET", readyOf, entry.workspace) or "")
  ids[#ids + 1] = id
  write(readyOf, entry.workspace, ids)
  if not opener then return end
  local others = words(redis.call("HGET", opened, opener) or "")
  others[#others + 1] = id
  write(opened, opener, others)
end
local function roomOf(workspace)
  local room = window
  for _, id in ipairs(words(redis.call("HGET", readyOf, workspace) or "")) do
    if not isLate(id) then room = room - 1 end
  end
  return room
end
local function open(workspace, opener)
  local room, passed, ids = roomOf(workspace), 0, {}
  while room > 0 do
    local found = redis.call("ZRANGEBYLEX", held, "[" .. workspace .. ":", "(" .. workspace .. ";", "LIMIT", passed, 50)
    if #found == 0 then break end
    for _, member in ipairs(found) do
      local id = string.match(member, "^[^:]+:[^:]+:(.*)$")
      if room == 0 or isLate(id) then
        passed = passed + 1
      else
        redis.call("ZREM", held, member)
        makeReady(id, read(id), opener)
        ids[#ids + 1] = id
        room = room - 1
      end
    end
  end
  return ids
end
local function forget(id, entry)
  redis.call("HDEL", entries, id)
  redis.call("ZREM", untilOf, id)
  redis.call("ZREM", held, entry.workspace .. ":" .. entry.place .. ":" .. id)
  write(readyOf, entry.workspace, without(words(redis.call("HGET", readyOf, entry.workspace) or ""), id))
  if entry.opener then
    write(opened, entry.opener, without(words(redis.call("HGET", opened, entry.opener) or ""), id))
  end
  return redis.call("ZREM", since, id) == 1
end
local function keep()
  for _, key in ipairs(KEYS) do redis.call("PEXPIRE", key, life) end
end
`;

/** Further arguments: workspace, id, end, latest start, tokens or an empty text, span. Answers with a refusal or -1, and ids. */
export const ENTER_TURN = `${COMMON}
local workspace, id, ends = ARGV[4], ARGV[5], tonumber(ARGV[6])
local latest, tokens, span = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])

local function countHeld(other)
  return redis.call("ZLEXCOUNT", held, "[" .. other .. ":", "(" .. other .. ";")
end
local function waitOf()
  local late = {}
  for _, old in ipairs(redis.call("ZRANGEBYSCORE", untilOf, "-inf", now)) do
    local entry = read(old)
    if entry then late[entry.workspace] = (late[entry.workspace] or 0) + 1 end
  end
  local function countOf(other, ids) return #words(ids) + countHeld(other) - (late[other] or 0) end
  local own = countOf(workspace, redis.call("HGET", readyOf, workspace) or "")
  local ahead = own
  local lines = redis.call("HGETALL", readyOf)
  for index = 1, #lines, 2 do
    if lines[index] ~= workspace then
      ahead = ahead + math.min(countOf(lines[index], lines[index + 1]), own + window)
    end
  end
  local left, rest = tokens, span
  local known = redis.call("HMGET", starts, "at", "count")
  if known[1] and tonumber(known[1]) + span > now then
    left, rest = math.max(0, tokens - tonumber(known[2])), tonumber(known[1]) + span - now
  end
  if ahead < left then return 0 end
  return rest + math.floor((ahead - left) / tokens) * span
end
local function refuse(wait)
  redis.call("ZREMRANGEBYSCORE", promises, "-inf", now)
  local promised = tonumber(redis.call("ZSCORE", promises, workspace) or 0)
  local others = redis.call("ZCARD", promises) - (promised > 0 and 1 or 0)
  local step = math.ceil((others + 1) * span / tokens)
  local first = now + math.max(wait, step)
  local moment = math.max(promised + step, first)
  if moment > first + 3600000 then moment = first end
  redis.call("ZADD", promises, moment, workspace)
  keep()
  return { moment - now, {} }
end

local entry = read(id)
if not entry then
  if tokens then
    local wait = waitOf()
    if now + wait > latest then return refuse(wait) end
  end
  local place = string.format("%016.0f", redis.call("HINCRBY", starts, "place", 1))
  entry = { workspace = workspace, place = place, ends = ends }
  redis.call("HSET", entries, id, workspace .. " " .. place .. " " .. ARGV[6])
  redis.call("ZADD", untilOf, ends, id)
  redis.call("ZADD", held, 0, workspace .. ":" .. place .. ":" .. id)
end
local ids = open(workspace, nil)
if redis.call("ZSCORE", since, id) and #without(ids, id) == #ids then ids[#ids + 1] = id end
keep()
return { -1, ids }`;

/** Further arguments: id, 1 where it starts, tokens or an empty text, span. Answers with ids. */
export const LEAVE_TURN = `${COMMON}
local id, isStart, tokens, span = ARGV[4], ARGV[5] == "1", tonumber(ARGV[6]), tonumber(ARGV[7])
local entry = read(id)
-- Its answer may have been lost: those that it made ready are told again, until they leave.
if not entry then return words(redis.call("HGET", opened, id) or "") end
forget(id, entry)
if isStart and tokens then
  local known = redis.call("HMGET", starts, "at", "count")
  -- A full span with one start more is a new one: starts are noted a little after they happen.
  if not known[1] or tonumber(known[1]) + span <= now or tonumber(known[2]) >= tokens then
    redis.call("HSET", starts, "at", ARGV[1], "count", 1)
  else
    redis.call("HINCRBY", starts, "count", 1)
  end
end
local ids = open(entry.workspace, id)
keep()
return ids`;

/** Further arguments: moment before which ready ones are overdue, most of them. Answers with ready, expired, expired after ready. */
export const OVERDUE_TURNS = `${COMMON}
local before, most = ARGV[4], tonumber(ARGV[5])
redis.call("ZREMRANGEBYSCORE", promises, "-inf", now)
local ready, expired, expiredReady, lines = {}, {}, {}, {}
for _, id in ipairs(redis.call("ZRANGEBYSCORE", untilOf, "-inf", now, "LIMIT", 0, most)) do
  local entry = read(id)
  if entry then
    local list = forget(id, entry) and expiredReady or expired
    list[#list + 1] = id
    lines[entry.workspace] = true
  else
    redis.call("ZREM", untilOf, id)
  end
end
for _, id in ipairs(redis.call("ZRANGEBYSCORE", since, "-inf", before, "LIMIT", 0, most)) do
  if not isLate(id) then
    redis.call("ZADD", since, now, id)
    ready[#ready + 1] = id
  end
end
for workspace in pairs(lines) do
  for _, id in ipairs(open(workspace, nil)) do ready[#ready + 1] = id end
end
return { ready, expired, expiredReady }`;
