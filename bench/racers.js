// Processes that time one program each time they are asked, and rounds in which all of them are asked in turns.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Racer {
  constructor(command, args) {
    this.child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Nanoseconds of one run, and what it found. */
  async ask(name, input) {
    this.child.stdin.write(`${name} ${input}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`${name} on ${input}: the program ended`);
    const [nanoseconds, , found] = value.split(" ").map(Number);
    return { nanoseconds, found };
  }

  close() {
    this.child.stdin.end();
  }
}

/**
 * Times of all jobs, round by round. A round before the first is not counted: compilers and caches warm up in it.
 * @param {{ key: string, racer: Racer, name: string, input: string }[]} jobs
 */
export async function race(jobs, rounds) {
  const times = Object.fromEntries(jobs.map(({ key }) => [key, { list: [], found: 0 }]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { key, racer, name, input } of jobs) {
      const { nanoseconds, found } = await racer.ask(name, input);
      if (round >= 0) times[key].list.push(nanoseconds);
      times[key].found = found;
    }
  }
  return times;
}
