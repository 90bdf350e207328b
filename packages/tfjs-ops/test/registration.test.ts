import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tfcore from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLinalg, det, inv } from '../src/index.ts';
import { tidily } from './arrays.ts';
import './backends.ts';

const ours = (backend: string) =>
  tf
    .getKernelsForBackend(backend)
    .map(({ kernelName }) => kernelName)
    .filter((name) => name.startsWith('Matgrad'));

/** A backend whose numbers stay on the device until somebody has awaited them. */
class Device extends MathBackendCPU {
  readonly tensorMap = new Map<object, { values?: unknown }>();
  override write(...args: Parameters<MathBackendCPU['write']>) {
    const dataId = super.write(...args);
    this.tensorMap.set(dataId, {});
    return dataId;
  }
  override async read(dataId: object) {
    const values = await super.read(dataId);
    this.tensorMap.set(dataId, { values });
    return values;
  }
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterAll(() => {
  tf.removeBackend('webgpu');
});

test('nothing is registered before an operation is used, then only for the active backend', async () => {
  expect(ours('cpu')).toEqual([]);
  expect(ours('wasm')).toEqual([]);
  tidily(() => inv([[2]]));
  expect(ours('cpu').sort()).toEqual(['MatgradInv', 'MatgradInvKnown']);
  expect(ours('wasm')).toEqual([]);
  await tf.setBackend('wasm');
  tidily(() => det([[2]]));
  expect(ours('wasm').sort()).toEqual(['MatgradDet', 'MatgradDetKnown']);
  await tf.setBackend('cpu');
});

test('operations made on another namespace share kernels, without a warning', () => {
  const warn = vi.spyOn(console, 'warn');
  for (const namespace of [tf, tfcore]) {
    const linalg = createLinalg(namespace);
    tidily(() => {
      expect(linalg.inv([[4]]).dataSync()[0]).toBe(0.25);
      expect(
        tf
          .grad((x: tf.Tensor) => tf.sum(linalg.inv(x)))(tf.tensor2d([[2]]))
          .dataSync()[0],
      ).toBe(-0.25);
    });
  }
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('a tensor of another backend than the active one is read where it is', async () => {
  for (const [from, to] of [
    ['cpu', 'wasm'],
    ['wasm', 'cpu'],
  ]) {
    await tf.setBackend(from);
    const x = tf.tensor2d([
      [2, 1],
      [1, 3],
    ]);
    await tf.setBackend(to);
    const owner = () => tf.engine().state.tensorInfo.get(x.dataId)?.backend;
    expect(tidily(() => det(x).dataSync()[0])).toBeCloseTo(5, 6);
    expect(owner()).toBe(tf.findBackend(from));
    tidily(() => {
      const dx = tf.grad((z: tf.Tensor) => tf.sum(tf.mul(inv(z), z)))(x);
      const again = tf.grad((z: tf.Tensor) => tf.sum(tf.mul(inv(z), z)))(x.clone());
      expect(dx.arraySync()).toEqual(again.arraySync());
    });
    x.dispose();
  }
});

test('on webgpu, numbers on the device give an error that says how to fetch them', async () => {
  tf.registerBackend('webgpu', () => new Device());
  tf.copyRegisteredKernels('cpu', 'webgpu');
  await tf.setBackend('webgpu');
  const x = tf.tensor2d([[4]]);
  // A view: the engine keeps the values of a new tensor on the host for a while.
  expect(() => inv(x)).toThrow('await x.data()');
  expect(() => inv(x)).toThrow(expect.objectContaining({ code: 'DOMAIN', op: 'inv' }));
  await x.data();
  const y = inv(x);
  expect((await y.data())[0]).toBe(0.25);
  tf.dispose([x, y]);
  await tf.setBackend('cpu');
});
