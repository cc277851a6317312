// Lua, which Redis runs as one step.

/** Writes a key and its run, unless the key is held; answers who holds it. */
// Both at once: a handler that dies in between would leave a run that nobody finds.
export const CLAIM = `
local held = redis.call("GET", KEYS[1])
if held then return held end
redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[3])
redis.call("SET", KEYS[2], ARGV[2], "PXAT", ARGV[3])
return nil`;

/** Writes a value until a moment. */
export const WRITE = `redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[2])`;

/** Deletes a key that has this value. */
export const DELETE_IF = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`;

/** Replaces a value that begins with this text; answers 1 where it did. */
export const UPDATE = `
local known = redis.call("GET", KEYS[1])
if known and string.sub(known, 1, #ARGV[1]) == ARGV[1] then
  redis.call("SET", KEYS[1], ARGV[2], "KEEPTTL")
  return 1
end
return 0`;
