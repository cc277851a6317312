// Lua, which Redis runs as one step.

/**
 * Writes a key, its run, its request and who listens, unless the key is held; answers who holds it.
 *
 * Keys: of the idempotency key, the run, the request, the listeners. Arguments: the run's id and record, when they are
 * forgotten, the request, and listeners.
 */
// All at once: a handler that dies in between would leave a run that nobody finds.
export const CLAIM = `
local held = redis.call("GET", KEYS[1])
if held then return held end
redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[3])
redis.call("SET", KEYS[2], ARGV[2], "PXAT", ARGV[3])
if ARGV[4] ~= "" then redis.call("SET", KEYS[3], ARGV[4], "PXAT", ARGV[3]) end
if ARGV[5] then
  redis.call("SADD", KEYS[4], ARGV[5])
  redis.call("PEXPIREAT", KEYS[4], ARGV[3])
end
return nil`;

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
export const UPDATE = `
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
end
return redis.call("SMEMBERS", KEYS[3])`;

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
