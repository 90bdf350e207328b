import type { Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import { later, now } from './later.ts';
import { escaped, Tracer } from './tracer.ts';
import { transform } from './transform.ts';

/** Forward mode: the algebra of pairs (value, tangent), made from whatever algebra the values live in. */
export function dual() {
  let open = true;
  const algebra = transform((id, saved, inputs, algebra) => {
    if (!open) throw escaped();
    const tangents = inputs.map((x, i) =>
      x instanceof Tracer && x.algebra === algebra && x.tangent !== undefined
        ? now(x.tangent)
        : ambient.fill(saved.x[i], 0),
    );
    // Tangents of several outputs wait until asked for: those of values may exist where those of vectors do not.
    const several = Array.isArray(saved.y);
    const ys = (several ? saved.y : [saved.y]) as Value[];
    const dy = id.rule(ambient).jvp(several ? { ...saved, y: ys.map(later) } : saved, ...tangents);
    const outputs = ys.map((y, i) => new Tracer(algebra, y, (several ? (dy as Value[])[i] : dy) as Value));
    return several ? outputs : outputs[0];
  });
  const close = () => {
    open = false;
  };
  return { algebra, close };
}
