import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../src/core/camera.ts';
import type { Playhead } from '../../../src/core/playhead.ts';
import { reduce, type State } from '../../../src/core/reducer.ts';
import type { Request } from '../../../src/core/request.ts';
import { createViewport } from '../../../src/core/viewport.ts';

const stepIds = ['one', 'two', 'three'];
const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });
const camera: Camera = { center: [127, 38], zoom: 6, bearing: 0, pitch: 0 };
const initial: State = {
  playhead: at('one'),
  viewport: createViewport(1366, 768),
  reducedMotion: false,
};
const held: State = { ...initial, userCamera: camera };

const part = fc.integer({ min: -2, max: 6 }).map((n) => n / 4);
const request: fc.Arbitrary<Request> = fc.oneof(
  fc
    .record({ step: fc.constantFrom('nowhere', ...stepIds), progress: part, travel: part })
    .map((playhead): Request => ({ type: 'seek', playhead })),
  fc
    .constantFrom(undefined, camera, { ...camera, zoom: 5 })
    .map((camera): Request => ({ type: 'seek', playhead: at('two'), camera })),
  fc
    .constantFrom<[number, number]>([1366, 768], [390, 844])
    .map(
      ([width, height]): Request => ({ type: 'resize', viewport: createViewport(width, height) }),
    ),
  fc
    .constantFrom(4, 6)
    .map((zoom): Request => ({ type: 'user-camera', camera: { ...camera, zoom } })),
  fc.constant<Request>({ type: 'return' }),
  fc.boolean().map((reduced): Request => ({ type: 'reduced-motion', reduced })),
  fc
    .constantFrom('ko', 'ru', undefined)
    .map((placeNames): Request => ({ type: 'place-names', placeNames })),
);

describe('reduce', () => {
  it('gives the same object exactly where nothing changes', () => {
    fc.assert(
      fc.property(fc.array(request), request, (before, last) => {
        const state = before.reduce((now, one) => reduce(stepIds, now, one), initial);
        const next = reduce(stepIds, state, last);
        expect(next === state).toBe(JSON.stringify(next) === JSON.stringify(state));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same object for the same request a second time', () => {
    fc.assert(
      fc.property(fc.array(request), request, (before, last) => {
        const state = [...before, last].reduce((now, one) => reduce(stepIds, now, one), initial);
        expect(reduce(stepIds, state, last)).toBe(state);
      }),
    );
  });

  it('changes nothing in the state that it is given', () => {
    const frozen = Object.freeze({ ...held });
    expect(reduce(stepIds, frozen, { type: 'seek', playhead: at('two') })).not.toBe(frozen);
    expect(reduce(stepIds, frozen, { type: 'return' })).not.toBe(frozen);
    expect(frozen).toEqual(held);
  });

  it('keeps the reader inside the story', () => {
    const next = reduce(stepIds, initial, { type: 'seek', playhead: at('three', 9, 9) });
    expect(next.playhead).toEqual(at('three', 1));
  });

  it('gives the camera back to the story when the reader moves on', () => {
    const next = reduce(stepIds, held, { type: 'seek', playhead: at('one', 0.1) });
    expect(next).toEqual({ ...initial, playhead: at('one', 0.1) });
    expect('userCamera' in next).toBe(false);
  });

  it('leaves the camera to the reader who stays where he is', () => {
    expect(reduce(stepIds, held, { type: 'seek', playhead: at('one') })).toBe(held);
  });

  it('leads the camera from where the reader has put it, as far as a move says', () => {
    const way = { ...camera, zoom: 5 };
    const next = reduce(stepIds, held, { type: 'seek', playhead: at('one'), camera: way });
    expect(next).toEqual({ ...initial, camera: way });
    expect('userCamera' in next).toBe(false);
    expect(reduce(stepIds, next, { type: 'seek', playhead: at('one') })).toEqual(initial);
    expect(reduce(stepIds, next, { type: 'return' })).toEqual(initial);
  });

  it('gives the camera back when the window changes, or when it is asked to', () => {
    const viewport = createViewport(390, 844);
    expect(reduce(stepIds, held, { type: 'resize', viewport })).toEqual({ ...initial, viewport });
    expect(reduce(stepIds, held, { type: 'return' })).toEqual(initial);
  });

  it('takes the camera that the reader has moved, and the wish for less motion', () => {
    expect(reduce(stepIds, initial, { type: 'user-camera', camera })).toEqual(held);
    const calm = reduce(stepIds, held, { type: 'reduced-motion', reduced: true });
    expect(calm).toEqual({ ...held, reducedMotion: true });
  });

  it('takes the form of names that the reader wants, and leaves all else as it is', () => {
    const korean = reduce(stepIds, held, { type: 'place-names', placeNames: 'ko' });
    expect(korean).toEqual({ ...held, placeNames: 'ko' });
    const moved = reduce(stepIds, korean, { type: 'seek', playhead: at('two') });
    expect(moved.placeNames).toBe('ko');
    const own = reduce(stepIds, korean, { type: 'place-names' });
    expect(own).toEqual(held);
  });
});
