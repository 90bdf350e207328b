/** A process that runs one library and nothing else, so that V8 learns about no other's types. Driven by `conductor.ts`. */
import type { Prepared } from '../backends/backend.ts';
import { batch, lastResult, warm } from '../measure/clock.ts';
import { collector } from '../measure/gc.ts';
import { families } from './families/families.ts';
import { fingerprint } from './fingerprint.ts';
import { peakMeter } from './peak.ts';
import { problemOf } from './problem.ts';
import type { Ask, Request, Verb } from './protocol.ts';

const load = families[process.argv[2] ?? ''];
if (!load) throw new Error(`no library of the name ${process.argv[2]}`);
const family = await load();
const gc = collector();
let meter: ReturnType<typeof peakMeter> | undefined;
let current: Prepared | undefined;

const answers: { readonly [V in Verb]: (request: Request<V>) => Ask[V]['reply'] } = {
  hello: () => ({ name: family.name, version: family.version, ops: Object.keys(family.calls) }),
  warm: ({ item, batch: length, least, most }) => {
    current = family.calls[item.op]?.(problemOf(item));
    if (!current) throw new Error(`${family.name} has no ${item.op}`);
    gc?.({ type: 'major' });
    const first = batch(current.run, 1);
    const known = fingerprint(item, current.read(lastResult()));
    // A call that takes long needs no compiler any more when it is through.
    const warmth = first > most ? { calls: 1, seconds: first } : warm(current.run, length, least);
    return { ...warmth, fingerprint: known };
  },
  batch: ({ calls }) => {
    gc?.({ type: 'minor' });
    return { seconds: batch((current as Prepared).run, calls) };
  },
  peak: () => {
    meter ??= peakMeter();
    return meter();
  },
  drop: () => {
    current?.dispose?.();
    current = undefined;
    return {};
  },
};

process.on('message', ({ ask, request }: { ask: Verb; request: never }) => {
  try {
    process.send?.(answers[ask](request));
  } catch (error) {
    process.send?.({ error: String(error).split('\n')[0] });
  }
});
process.send?.({ ready: true });
