import fc from "fast-check";
import { expect, test } from "vitest";
import { readTaskParameters, type TaskType } from "../../../../../src/problem/format/ioi/task-parameters.ts";

function read(type: TaskType, params: unknown) {
  const findings = { errors: [] as string[], warnings: [] as string[] };
  return { parameters: readTaskParameters(type, params, findings), ...findings };
}

test.each([undefined, null, "", " ", "{}", {}])("without parameters (%j) they are CMS's defaults", (params) => {
  expect(read("Batch", params).parameters).toMatchObject({ hasGrader: true, hasChecker: undefined });
  expect(read("Communication", params).parameters).toMatchObject({ hasGrader: true, processes: 1, io: "standard" });
  expect(read("TwoSteps", params).parameters).toMatchObject({ hasGrader: true });
  expect(read("OutputOnly", params).parameters).toMatchObject({ hasGrader: false });
});

test("they are JSON in a string, or a list in CMS's order", () => {
  const named = JSON.stringify({
    task_type_parameters_Communication_num_processes: 3,
    task_type_parameters_Communication_compilation: "alone",
    task_type_parameters_Communication_user_io: "fifo_io",
  });
  const expected = { hasGrader: false, processes: 3, io: "fifo" };
  expect(read("Communication", named).parameters).toMatchObject(expected);
  expect(read("Communication", [3, "alone", "fifo_io"]).parameters).toMatchObject(expected);
  expect(read("Batch", ["alone", ["", ""], "comparator"]).parameters).toMatchObject({
    ...{ hasGrader: false, hasChecker: true },
  });
});

test.each<[TaskType, unknown, string]>([
  ["Batch", "{", "not JSON: "],
  ["Batch", "7", "expected an object or a list, as JSON in a string, got number"],
  [
    "Batch",
    { compilation: "alone" },
    "compilation: unknown, expected names that begin with task_type_parameters_Batch_",
  ],
  ["Batch", { task_type_parameters_Batch_compilation: "both" }, "task_type_parameters_Batch_compilation: "],
  ["Batch", { task_type_parameters_Batch_speed: 1 }, "speed"],
  ["Batch", ["grader", ["in.txt", ""], "diff"], "task_type_parameters_Batch_io_0_inputfile: input and output in named"],
  ["Communication", [0], "task_type_parameters_Communication_num_processes: expected a whole number from 1 to 8"],
  ["Communication", [9], "task_type_parameters_Communication_num_processes: expected a whole number from 1 to 8"],
  ["Communication", ["2"], "task_type_parameters_Communication_num_processes: expected a whole number from 1 to 8"],
])("%s with %j is refused", (type, params, message) => {
  const { parameters, errors } = read(type, params);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^problem\.json: task_type_params: /);
  expect(errors[0]).toContain(message);
  if (type === "Communication") expect(parameters).toBeUndefined();
});

test("parameters for another type do not matter", () => {
  const { errors, warnings } = read("OutputOnly", '{"task_type_parameters_Batch_compilation": "grader"}');
  expect(errors).toEqual([]);
  expect(warnings).toHaveLength(1);
});

test("whatever they are, they are read or refused", () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.jsonValue());
  const type = fc.constantFrom("Batch", "Communication", "OutputOnly", "TwoSteps");
  fc.assert(
    fc.property(type, anything, (taskType, params) => {
      const { parameters, errors } = read(taskType, params);
      if (!parameters) expect(errors.length).toBeGreaterThan(0);
      else if (taskType === "Communication") expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(parameters.processes);
    }),
  );
});
