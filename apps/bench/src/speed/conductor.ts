import { quartiles } from '../measure/clock.ts';
import { agree, type Fingerprint } from './fingerprint.ts';
import { type Effort, roundsOf } from './plan.ts';
import { type Case, flopsOf } from './problem.ts';
import type { Contender } from './process.ts';
import type { Hello, Warmed } from './protocol.ts';
import type { SpeedResults } from './schema.ts';

/** How to start a contender; `own` ones are never left out for being slow. */
export type Entrant = { readonly name: string; readonly own: boolean; start(): Promise<Contender> };

export type ConductOptions = {
  readonly entrants: readonly Entrant[];
  readonly cases: readonly Case[];
  readonly effort: Effort;
  readonly onProgress?: (done: number, item: Case, contender: string) => void;
};

type Part = Pick<SpeedResults, 'contenders' | 'timings' | 'ceilings' | 'left'>;
type Player = { readonly entrant: Entrant; readonly hello: Hello; process: Contender };
type Ready = { readonly player: Player; readonly warmed: Warmed; readonly samples: number[] };

/**
 * Times every case on every contender. Each has a process of its own; in a case they take turns, batch by batch, so that a
 * change of the machine's speed hits all of them. Only one of them works at a time.
 */
export async function conduct({ entrants, cases, effort, onProgress }: ConductOptions): Promise<Part> {
  const part: Part = { contenders: [], timings: [], ceilings: [], left: [] };
  const players: Player[] = [];
  for (const entrant of entrants) {
    try {
      const process = await entrant.start();
      const hello = await process.ask('hello', {});
      players.push({ entrant, process, hello });
      part.contenders.push({ name: entrant.name, version: hello.version });
    } catch (error) {
      const [first] = cases;
      if (first)
        part.left.push({ ...first, contender: entrant.name, reason: `not here: ${messageOf(error)}` });
    }
  }
  const slow = new Map<string, { n: number; seconds: number }>();
  try {
    for (const [done, item] of cases.entries()) {
      const ready: Ready[] = [];
      for (const player of players) {
        if (!player.hello.ops.includes(item.op)) continue;
        onProgress?.(done, item, player.entrant.name);
        const outcome = await prepare(player, item, effort, slow, ready[0]?.warmed.fingerprint);
        if ('warmed' in outcome) ready.push(outcome);
        else part.left.push({ ...item, contender: player.entrant.name, reason: outcome.reason });
      }
      await measure(item, ready, effort, part);
      for (const { player } of ready) await player.process.ask('drop', {}).catch(() => undefined);
    }
  } finally {
    for (const { process } of players) process.stop();
  }
  return part;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Warm and right, or the reason why not. */
async function prepare(
  player: Player,
  item: Case,
  effort: Effort,
  slow: Map<string, { n: number; seconds: number }>,
  expected: Fingerprint | undefined,
): Promise<Ready | { reason: string }> {
  const { entrant } = player;
  const key = `${entrant.name} ${item.op} ${item.kind} ${item.count > 1}`;
  const before = slow.get(key);
  const guess = before ? before.seconds * (item.n / before.n) ** 3 : 0;
  if (!entrant.own && guess > effort.most) return { reason: `too slow: about ${guess.toPrecision(2)} s` };
  try {
    const { batch, most } = effort;
    const least = effort.warm[item.kind];
    const warmed = await player.process.ask('warm', { item, batch, least, most: most / 5 });
    slow.set(key, { n: item.n, seconds: warmed.seconds / item.count });
    if (expected && !agree(warmed.fingerprint, expected)) return { reason: 'gives another answer' };
    return { player, warmed, samples: [] };
  } catch (error) {
    const reason = messageOf(error);
    // A process that fell over or hangs is replaced; the case is over for it, the next one is not.
    if (!(await alive(player))) player.process = await entrant.start();
    slow.set(key, { n: item.n, seconds: Infinity });
    return { reason };
  }
}

const alive = async (player: Player): Promise<boolean> =>
  player.process.ask('hello', {}).then(
    () => true,
    () => false,
  );

async function measure(item: Case, ready: readonly Ready[], effort: Effort, part: Part): Promise<void> {
  const peaks = new Map<Ready, { scalar: number[]; wide: number[] }>();
  for (let round = 0; round < effort.rounds; round++)
    for (let k = 0; k < ready.length; k++) {
      const turn = ready[(k + round) % ready.length] as Ready;
      const { player, warmed, samples } = turn;
      if (samples.length >= roundsOf(effort, warmed.seconds)) continue;
      const { seconds } = await player.process.ask('batch', { calls: warmed.calls });
      samples.push(seconds / warmed.calls);
      if (!player.entrant.own || flopsOf(item) === undefined) continue;
      const peak = await player.process.ask('peak', {});
      const { scalar, wide } = peaks.get(turn) ?? { scalar: [], wide: [] };
      if (peak.scalar) scalar.push(peak.scalar);
      if (peak.wide) wide.push(peak.wide);
      peaks.set(turn, { scalar, wide });
    }
  for (const turn of ready) {
    const { player, warmed, samples } = turn;
    const contender = player.entrant.name;
    const middle = (values: readonly number[]) => quartiles(values).median || undefined;
    part.timings.push({
      ...item,
      contender,
      ...quartiles(samples),
      batches: samples.length,
      callsPerBatch: warmed.calls,
    });
    const found = peaks.get(turn);
    if (!found) continue;
    const [scalar, wide] = [middle(found.scalar), middle(found.wide)];
    part.ceilings.push({ ...item, contender, ...(scalar ? { scalar } : {}), ...(wide ? { wide } : {}) });
  }
}
