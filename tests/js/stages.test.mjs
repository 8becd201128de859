/** Two stages of `everynode/worker` in a page: another worker loads the whole module, and takes over between two questions. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Client } from "../../pkg/dist/worker/client.js";
import { Stages } from "../../pkg/dist/worker/stages.js";
import { RemoteWorkspace } from "../../pkg/dist/worker/workspace.js";
import { NotInitializedError } from "../../pkg/dist/errors.js";

/** Workers that answer when they are told to; an answer names the worker, its module and what it was told. */
function hosts() {
  const started = [];
  const spawn = (heard, broke) => {
    const worker = {
      number: started.length,
      got: [],
      ended: false,
      broke,
      answer() {
        const { kind, about, wasm } = this.got.at(-1);
        this.stage ??= wasm?.stage;
        heard({ kind: "answer", answer: kind === "load" ? undefined : { worker: this.number, stage: this.stage, told: about.changes ?? [] } });
      },
      fail: (message) => heard({ kind: "failed", name: "NotInitializedError", message }),
    };
    started.push(worker);
    return { post: (request) => worker.got.push(request), busy: () => undefined, end: () => (worker.ended = true) };
  };
  const stages = new Stages();
  stages.begin(undefined);
  return { started, stages, client: (apart = false) => new Client(spawn, stages, apart) };
}

const settled = async (promise) => {
  let state = "waits";
  promise.then(
    () => (state = "done"),
    () => (state = "failed"),
  );
  await new Promise((resolve) => setImmediate(resolve));
  return state;
};

test("what is loaded takes over when the question under way has its answer, and hears every text", async () => {
  const { started, stages, client } = hosts();
  const shared = client();
  const workspace = new RemoteWorkspace(shared, {});
  workspace.setFile("a.yaml", "a: 1\n");
  const [first, second] = [workspace.place(), workspace.lint()];
  const going = stages.go(shared);
  started[1].answer();
  assert.equal(await settled(going), "waits");
  started[0].answer();
  assert.deepEqual(await first, { worker: 0, stage: "start", told: [{ options: {} }, { set: "a.yaml", text: "a: 1\n" }] });
  await going;
  assert.equal(started[0].ended, true);
  assert.equal(stages.wasm.stage, "whole");
  started[1].answer();
  assert.deepEqual(await second, { worker: 1, stage: "whole", told: [{ options: {} }, { set: "a.yaml", text: "a: 1\n" }] });
  workspace.setFile("b.yaml", "");
  const third = workspace.place();
  started[1].answer();
  assert.deepEqual((await third).told, [{ set: "b.yaml", text: "" }]);
});

test("what does not load leaves everything as it is, and can be tried again", async () => {
  const { started, stages, client } = hosts();
  const shared = client();
  const failing = stages.go(shared);
  started[0].fail("no network");
  await assert.rejects(failing, NotInitializedError);
  assert.equal(started[0].ended, true);
  const broken = stages.go(shared);
  started[1].broke("its script does not load");
  await assert.rejects(broken, /the worker does not run: its script does not load/);
  const workspace = new RemoteWorkspace(shared, {});
  const answer = workspace.place();
  started[2].answer();
  assert.equal((await answer).stage, "start");
  const going = stages.go(shared);
  assert.equal(stages.go(shared), going);
  started[3].answer();
  await going;
  assert.equal(started[2].ended, true);
});

test("a worker apart goes over with its next question, and ends with its workspace", async () => {
  const { started, stages, client } = hosts();
  const [shared, apart] = [client(), client(true)];
  const workspace = new RemoteWorkspace(apart, {});
  const long = workspace.rollout();
  const going = stages.go(shared);
  started[1].answer();
  await going;
  assert.equal(started[0].ended, false);
  started[0].answer();
  assert.equal((await long).stage, "start");
  assert.equal(started[0].ended, true);
  const next = workspace.place();
  started[2].answer();
  assert.equal((await next).stage, "whole");
  workspace.dispose();
  assert.equal(started[2].ended, true);
});

test("whoever ends the worker ends the one that loads as well", async () => {
  const { started, stages, client } = hosts();
  const shared = client();
  const going = stages.go(shared);
  shared.terminate(new Error("over"));
  await assert.rejects(going, { message: "over" });
  assert.equal(started[0].ended, true);
});
