import { describe, expect, test } from "vitest";
import { RequestLimiter, type RequestLimits } from "../../../../src/model/openai/request-limiter.ts";

const WINDOW_MS = 400;

describe("requests in a minute", () => {
  test("are no more than allowed in any such time, and come in their order", async () => {
    const times = await admittedAt(
      { requestsPerMinute: 3 },
      Array.from({ length: 8 }, () => 1),
    );
    for (const [index, atMs] of times.slice(3).entries())
      expect(atMs - (times[index] ?? 0)).toBeGreaterThanOrEqual(WINDOW_MS - 2);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeLessThan(WINDOW_MS / 2);
  });
});

describe("tokens in a minute", () => {
  test("are no more than allowed", async () => {
    const [first = 0, second = 0, third = 0] = await admittedAt({ tokensPerMinute: 100 }, [60, 40, 1]);
    expect(second - first).toBeLessThan(WINDOW_MS / 2);
    expect(third - first).toBeGreaterThanOrEqual(WINDOW_MS - 2);
  });

  test("are counted as they were in the end", async () => {
    const limiter = aLimiter({ tokensPerMinute: 100 });
    const begin = performance.now();
    const correct = await limiter.admit(90);
    correct(10);
    await limiter.admit(90);
    expect(performance.now() - begin).toBeLessThan(WINDOW_MS / 2);
  });

  test("let one request go that is larger than all of them", async () => {
    const [first = 0, second = 0] = await admittedAt({ tokensPerMinute: 100 }, [1_000, 1_000]);
    expect(second - first).toBeGreaterThanOrEqual(WINDOW_MS - 2);
  });
});

test("who is told to come back later holds all of them back", async () => {
  const limiter = aLimiter({});
  const begin = performance.now();
  limiter.holdFor(200);
  limiter.holdFor(50);
  await Promise.all([limiter.admit(1), limiter.admit(1)]);
  expect(performance.now() - begin).toBeGreaterThanOrEqual(195);
});

test("places: never more at a time than allowed, each given back once", async () => {
  const limiter = aLimiter({ concurrency: 3 });
  let inside = 0;
  let most = 0;
  const visit = async () => {
    using _place = await limiter.place();
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside--;
  };
  await Promise.all(Array.from({ length: 20 }, visit));
  expect([most, inside]).toEqual([3, 0]);
});

test("who leaves the line lets the next one in", async () => {
  const limiter = aLimiter({ concurrency: 1 });
  const first = await limiter.place();
  const abort = new AbortController();
  const leaving = limiter.place(abort.signal);
  const third = limiter.place();
  abort.abort(new Error("interrupted"));
  await expect(leaving).rejects.toThrow("interrupted");
  first[Symbol.dispose]();
  (await third)[Symbol.dispose]();
  (await limiter.place())[Symbol.dispose]();
});

test("who is interrupted while waiting for the minute to pass does not block the door", async () => {
  const limiter = aLimiter({ requestsPerMinute: 1 });
  await limiter.admit(1);
  const abort = new AbortController();
  const waiting = limiter.admit(1, abort.signal);
  const next = limiter.admit(1);
  abort.abort(new Error("interrupted"));
  await expect(waiting).rejects.toThrow("interrupted");
  await next;
  expect(limiter.admitted).toBe(2);
});

function aLimiter(limits: Partial<RequestLimits>): RequestLimiter {
  const none = { concurrency: 8, requestsPerMinute: undefined, tokensPerMinute: undefined };
  return new RequestLimiter({ ...none, ...limits }, WINDOW_MS);
}

async function admittedAt(limits: Partial<RequestLimits>, tokens: readonly number[]): Promise<number[]> {
  const limiter = aLimiter(limits);
  return await Promise.all(
    tokens.map(async (count) => {
      await limiter.admit(count);
      return performance.now();
    }),
  );
}
