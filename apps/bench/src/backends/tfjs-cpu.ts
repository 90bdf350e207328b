import { tfjsBackend } from './tfjs.ts';

/** @matgrad/tfjs-ops on TensorFlow.js's plain JavaScript backend. */
export const tfjsCpu = tfjsBackend('cpu');
