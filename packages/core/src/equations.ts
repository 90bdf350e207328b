export { care } from './identity/care.ts';
export { dare } from './identity/dare.ts';
export { discreteLyapunov } from './identity/discreteLyapunov.ts';
export { lyapunov } from './identity/lyapunov.ts';
export { stein } from './identity/stein.ts';
export { steinTransposed } from './identity/steinTransposed.ts';
export { sylvester } from './identity/sylvester.ts';
export { sylvesterTransposed } from './identity/sylvesterTransposed.ts';
