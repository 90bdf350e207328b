import { type IndexMap, unshaped, type Value } from '../algebra.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';

/** Refuses what is no index map, and arrays that are no matrices. */
export function requireMap(op: string, map: IndexMap | undefined): asserts map is IndexMap {
  if (typeof map?.index !== 'function' || typeof map.shape !== 'function')
    throw new DomainError(op, 'expected an index map with shape and index');
}

export function requireMatrix(op: string, { shape }: Value): void {
  if (shape !== unshaped && shape.length < 2) throw new ShapeError(op, '(m,n)', showShape(shape));
}
