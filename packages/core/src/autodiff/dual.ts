import { ambient } from '../define/ambient.ts';
import { escaped, Tracer } from './tracer.ts';
import { transform } from './transform.ts';

/** Forward mode: the algebra of pairs (value, tangent), made from whatever algebra the values live in. */
export function dual() {
  let open = true;
  const algebra = transform((id, saved, inputs, algebra) => {
    if (!open) throw escaped();
    const tangents = inputs.map((x, i) =>
      x instanceof Tracer && x.algebra === algebra && x.tangent !== undefined
        ? x.tangent
        : ambient.fill(saved.x[i], 0),
    );
    const dy = id.rule(ambient).jvp(saved, ...tangents);
    return Array.isArray(saved.y)
      ? saved.y.map((y, i) => new Tracer(algebra, y, (dy as Tracer[])[i]))
      : new Tracer(algebra, saved.y as Tracer, dy as Tracer);
  });
  const close = () => {
    open = false;
  };
  return { algebra, close };
}
