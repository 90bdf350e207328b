// npm run play: a place to try things. It runs on the sources, so an edit anywhere is seen at once.
import { grad, inv, logdet, toNested } from '@matgrad/core';

const A = [
  [2, 1],
  [1, 3],
];
console.log('inv(A)          ', toNested(inv(A)));
console.log('logdet(A)       ', toNested(logdet(A)));
console.log('grad(logdet)(A) ', toNested(grad(logdet)(A)));
