import type { Results } from './schema.ts';

const unique = <T>(rows: readonly T[], key: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
];

/** One result of several shards. Rows are kept once; the environment is the first one's, its time the sum. */
export function merge(parts: readonly Results[]): Results {
  const [first] = parts;
  if (!first) throw new RangeError('merge needs at least one result');
  return {
    schema: first.schema,
    environment: { ...first.environment, seconds: parts.reduce((sum, p) => sum + p.environment.seconds, 0) },
    backends: unique(
      parts.flatMap((p) => p.backends),
      (b) => b.name,
    ),
    matrices: unique(
      parts.flatMap((p) => p.matrices),
      (m) => m.name,
    ),
    accuracy: unique(
      parts.flatMap((p) => p.accuracy),
      (r) => `${r.matrix} ${r.op} ${r.kind} ${r.backend}`,
    ),
    speed: unique(
      parts.flatMap((p) => p.speed),
      (r) => `${r.op} ${r.kind} ${r.n} ${r.backend}`,
    ),
    identities: unique(
      parts.flatMap((p) => p.identities),
      (r) => r.name,
    ),
  };
}
