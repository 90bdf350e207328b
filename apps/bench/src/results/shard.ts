/** Part `index` of `count`, counted from 1. */
export type Shard = { readonly index: number; readonly count: number };

export const whole: Shard = { index: 1, count: 1 };

/** Reads `2/8`. */
export function parseShard(text: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count)
    throw new RangeError(`shard: expected i/n with 1 <= i <= n, got "${text}"`);
  return { index, count };
}

/** Every count-th item from the index-th. */
export const take = <T>(items: readonly T[], { index, count }: Shard): T[] =>
  items.filter((_, k) => k % count === index - 1);
