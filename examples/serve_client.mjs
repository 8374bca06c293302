// A CRM in Node keeps `paidan serve` running: one JSON request a line in, one answer a line out.
//   node serve_client.mjs        (PAIDAN_CLI names the program, else the one on the PATH)
import assert from "node:assert";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const here = new URL(".", import.meta.url);

class Dispatcher {
  #process = spawn(process.env.PAIDAN_CLI ?? "paidan", ["serve"], { stdio: ["pipe", "pipe", "inherit"] });
  #waiting = new Map(); // id → who waits for the answer; answers come in the order of the questions
  #asked = 0;

  constructor() {
    createInterface({ input: this.#process.stdout }).on("line", (line) => {
      const answer = JSON.parse(line);
      this.#waiting.get(answer.id)(answer);
      this.#waiting.delete(answer.id);
    });
  }

  ask(request) {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.stdin.write(JSON.stringify({ id, ...request }) + "\n");
    });
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.on("exit", resolve));
    await this.ask({ do: "quit" });
    return ended;
  }
}

const dispatcher = new Dispatcher();
const day = JSON.parse(readFileSync(new URL("data/day.json", here), "utf8"));
const loaded = await dispatcher.ask({ do: "load", kind: "problem", document: day });
for (const notice of loaded.notices ?? []) console.log("notice:", notice.message);
const problem = loaded.handle;

const planned = await dispatcher.ask({ do: "plan", problem, seed: 1, iterations: 500, keep: true });
for (const route of planned.result.routes) {
  const visits = route.stops.filter((stop) => stop.kind === "visit").map((stop) => stop.order);
  console.log(route.technician, "→", visits.join(", "));
}

// Questions need not wait for each other.
const [why, report] = await Promise.all([
  dispatcher.ask({ do: "why_not", problem, plan: planned.handle, order: "2084", technician: "W", lang: "zh" }),
  dispatcher.ask({ do: "evaluate", problem, plan: planned.handle }),
]);
console.log(why.text);
assert.deepEqual(why.result.families, ["skill"]);
assert(report.result.valid);

const slip = await dispatcher.ask({ do: "pln", problem });
assert(!slip.ok);
console.log("refused:", slip.errors[0].message);
assert.equal(await dispatcher.close(), 0);
