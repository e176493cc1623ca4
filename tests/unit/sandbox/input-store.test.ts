import { describe, expect, test } from "vitest";
import { JudgeError } from "../../../src/domain/errors.ts";
import type { DataFile } from "../../../src/domain/problem.ts";
import { INPUT_STORE_BYTES, InputStore } from "../../../src/sandbox/input-store.ts";

const HALF = INPUT_STORE_BYTES / 2;

function file(sha256: string, bytes = HALF): DataFile {
  return { path: `/data/${sha256}`, bytes, sha256 };
}

function droppedBy(store: InputStore, added: DataFile): string[] {
  return store.add(added).dropped.map(({ sha256 }) => sha256);
}

describe("the inputs that a container has", () => {
  test("are sent once", () => {
    const store = new InputStore();
    expect(store.add(file("a"))).toEqual({ isNew: true, dropped: [] });
    expect(store.add({ ...file("a"), path: "/elsewhere" })).toEqual({ isNew: false, dropped: [] });
  });

  test("make room for new ones, the oldest first", () => {
    const store = new InputStore();
    for (const name of ["a", "b"]) expect(droppedBy(store, file(name))).toEqual([]);
    expect(droppedBy(store, file("c"))).toEqual(["a"]);
    expect(store.add(file("a")).isNew).toBe(true);
    expect(droppedBy(store, file("d", INPUT_STORE_BYTES))).toEqual(["c", "a"]);
  });

  test("stay while they have a second name, as dropping them would free nothing", () => {
    const store = new InputStore();
    for (const name of ["a", "b"]) store.add(file(name));
    store.place("judge/input", file("a"));
    expect(droppedBy(store, file("c"))).toEqual(["b"]);
    store.place("judge/answer", file("c"));
    expect(() => store.add(file("d"))).toThrow(JudgeError);
    store.place("judge/input", file("c"));
    expect(droppedBy(store, file("d"))).toEqual(["a"]);
  });

  test.each([
    ["removed", (store: InputStore) => store.forget("judge/input")],
    ["in an area that was emptied", (store: InputStore) => store.forgetArea("judge")],
  ])("go again once their second name is %s", (_, forget) => {
    const store = new InputStore();
    store.add(file("a"));
    store.place("judge/input", file("a"));
    store.add(file("b"));
    forget(store);
    expect(droppedBy(store, file("c"))).toEqual(["a"]);
  });

  test("stay where another area was emptied", () => {
    const store = new InputStore();
    store.add(file("a"));
    store.place("box/data", file("a"));
    store.forgetArea("judge");
    store.add(file("b"));
    expect(droppedBy(store, file("c"))).toEqual(["b"]);
  });

  test("are refused by name where they cannot fit, and nothing is dropped for that", () => {
    const store = new InputStore();
    store.add(file("a"));
    expect(() => store.add(file("large", INPUT_STORE_BYTES + 1))).toThrow(/\/data\/large has \d+ bytes: .* 256 MiB/);
    expect(store.add(file("a")).isNew).toBe(false);
  });
});
