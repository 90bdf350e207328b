import type { Identity } from '../define/define.ts';
import { incompleteGamma } from './incompleteGamma.ts';

/**
 * Complement of the regularised incomplete gamma function, accurate where it is tiny, entry by entry, or a derivative of it in a.
 *
 * @param A array of any shape with positive entries, 1e10 at the most
 * @param X array with nonnegative entries whose shape broadcasts with A's as NumPy's do
 * @param order how often to differentiate in a; 0 where left out
 * @returns Y in the broadcast shape, with Y_ij = Q(a, x) = 1 - P(a, x) for the entries a of A and x of X
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of A is not positive or above 1e10, one of X is negative or there is no such order
 * @throws {DomainError} from derivatives, where an entry of X is 0 and they are infinite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gammaincc([1, 2], 1)) //=> [0.3678794411714423, 0.7357588823428847]
 */
export const gammaincc: Identity<'(),()->()', [order?: number]> = /* @__PURE__ */ incompleteGamma(
  'gammaincc',
  true,
  'Q',
);
