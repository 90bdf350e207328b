import { mapped } from '../../kernel/mapped.ts';
import { constant, multiply, pole, type Table, type TableOf } from './tables.ts';

/** f[λ_{i0}, …, λ_{ik}] by the indices of the nodes; symmetric in them, and at home with equal ones. */
export type Differences = (indices: readonly number[]) => number;

const corner = (p: number, T: Table): number => T[p - 1];

/** Differences of one smooth function of all nodes. */
export const smooth =
  (nodes: Float64Array, table: TableOf): Differences =>
  (indices) =>
    corner(indices.length, table(indices.map((i) => nodes[i]).sort((a, b) => a - b)));

/**
 * Differences of a function that is given on groups of nodes and smooth on each, groups being apart.
 *
 * Cut into the parts that vanish outside one group, f[S] = Σ_G (f_G · ∏_{y in S outside G} 1/(x-y))[S in G]: nothing but
 * the gaps between groups is divided by, so nodes of one group may coincide.
 */
export function grouped(
  nodes: Float64Array,
  group: Int32Array,
  tables: readonly (TableOf | null)[],
): Differences {
  const alone = mapped(nodes, (x, i) => tables[group[i]]?.([x])[0] ?? 0);
  return (indices) => {
    const [i, j] = indices;
    if (indices.length === 1) return alone[i];
    if (indices.length === 2) {
      if (group[i] !== group[j]) return (alone[i] - alone[j]) / (nodes[i] - nodes[j]);
      return tables[group[i]]?.([nodes[i], nodes[j]])[1] ?? 0;
    }
    return tables.reduce((total, table, g) => {
      const inside = indices.filter((i) => group[i] === g).map((i) => nodes[i]);
      if (table === null || inside.length === 0) return total;
      const poles = indices.filter((i) => group[i] !== g).map((i) => pole(inside, nodes[i]));
      return total + corner(inside.length, multiply(inside.length, [table(inside), ...poles]));
    }, 0);
  };
}

/** The constant function c on a group. */
export const valued =
  (c: number): TableOf =>
  (x) =>
    constant(x, c);
