import { type Matrix, matmul } from '../../matrix.ts';
import { integers, type Random } from '../random.ts';

/** A product of n×r and r×n integer matrices: exactly of rank r (a test proves it). */
export const ranked = (n: number, rank: number, random: Random): Matrix =>
  matmul(integers(n, rank, -3, 3, random), integers(rank, n, -3, 3, random));
