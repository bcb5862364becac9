-- wrk.lua - one script for every contender, so that all pay for it alike.
--
--   BENCH_PATH    the address to ask
--   BENCH_LIST    or a file of addresses, a line each, asked at random
--   BENCH_FROM    or in their order from this line on, counted from 0, and again
--                 from the first after the last
--   BENCH_UNIQUE  a parameter that pages declare: each request adds it, empty
--                 and with another index, so that
--                 nothing that was kept can answer
--   BENCH_BODY    or a file of JSON, sent to it
--   BENCH_HAS     the ETag of a page that the reader has
--   BENCH_PAUSE   mean pause of a connection between two requests, in ms
--
-- Writes one line: requests failures rate p50 p99 bytes-a-request (times in ms).

local path = os.getenv("BENCH_PATH")
local unique = os.getenv("BENCH_UNIQUE") or ""
local pause = tonumber(os.getenv("BENCH_PAUSE") or "0")
local n, thread = 0, 0

function setup(t)
	t:set("id", thread)
	thread = thread + 1
end

function init(args)
	math.randomseed(os.time() * 16 + id)
	n = id * 10000000 + math.random(1000000) * 10
	fixed = wrk.format(nil, path)
end

local list, name = {}, os.getenv("BENCH_LIST") or ""
if name ~= "" then
	for line in io.lines(name) do
		list[#list + 1] = line
	end
end

local has = os.getenv("BENCH_HAS") or ""
if has ~= "" then
	wrk.headers["If-None-Match"] = has
end

local body = os.getenv("BENCH_BODY") or ""
if body ~= "" then
	wrk.method = "POST"
	wrk.headers["Content-Type"] = "application/json"
	wrk.body = io.open(body):read("*a")
end

local at = tonumber(os.getenv("BENCH_FROM") or "")
if #list > 0 and at then
	function request()
		at = at + 1
		return wrk.format("GET", list[(at - 1) % #list + 1])
	end
elseif #list > 0 then
	function request()
		return wrk.format("GET", list[math.random(#list)])
	end
elseif unique ~= "" then
	function request()
		n = n + 1
		return wrk.format("GET", path .. "&" .. unique .. "[" .. n .. "]=")
	end
else
	function request() return fixed end
end

-- Readers come at random: pauses of one length would march in step.
if pause > 0 then
	function delay()
		return math.floor(-math.log(1 - math.random()) * pause + 0.5)
	end
end

function done(summary, latency, requests)
	local e = summary.errors
	local failures = e.connect + e.read + e.write + e.status + e.timeout
	io.write(string.format("BENCH %d %d %.1f %.3f %.3f %.0f\n",
	    summary.requests, failures,
	    summary.requests / (summary.duration / 1e6),
	    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
	    summary.bytes / math.max(summary.requests, 1)))
end
