import { isoDate } from '../core/calendar.ts';
import { nearestZoom } from '../core/nearest-zoom.ts';
import type { Bounds } from '../core/story.ts';
import type { Places } from './find-places.ts';
import type { IssueLog, Late } from './issue-log.ts';
import { mergePhone, needsZoom, targetsOf } from './merge-phone.ts';
import type { StepDraft } from './read-step.ts';
import type { CameraKeys, FrontMatter } from './schema.ts';
import { suggestion } from './suggest.ts';
import { isWhole, pathName } from './validate.ts';
import type { KeyPath, YamlBlock } from './yaml-block.ts';

/** What the picture of a step is checked against. */
export interface PictureContext {
  /** The names of all layers, sound or not; `undefined` where the front matter cannot be read. */
  layerIds: Set<string> | undefined;
  /** The layers whose form is sound. */
  layers: FrontMatter['layers'];
  dates: FrontMatter['dates'];
  /** The places that can be named. What is wrong with their file is told at the offset `at`, once. */
  places(at?: Late<number>): Places;
  /** The box around a layer's features; `undefined` where there is none. */
  boundsOfLayer(id: string): Bounds | undefined;
  log: IssueLog;
}

/** Reports what is wrong with the picture of a step, as far as its form is sound. */
export function checkStep(step: StepDraft, context: PictureContext): void {
  const { block, yaml, id, at } = step;
  const { log } = context;
  if (!yaml) return;
  if (block.camera) checkCameras(block.camera, yaml, context);
  checkDate(step, yaml, context);
  block.show?.forEach((name, index) => {
    checkLayer(name, () => yaml.valueAt(['show', index]), context);
  });
  block.label?.forEach((name, index) => {
    checkPlace(name, () => yaml.valueAt(['label', index]), context);
  });
  checkRepeated(block.show ?? [], { key: 'show', yaml, log });
  checkRepeated(block.label ?? [], { key: 'label', yaml, log });
  checkShown(step, yaml, context);
  if (block.play && isWhole(yaml.value, block) && !blockMoves(block)) {
    log.report('play-without-motion', yaml.keyAt(['play']), { step: id });
  }
  if (!yaml.has(['alt'])) log.report('missing-alt', at, { step: id });
}

/** Whether anything that a block says moves while the step is read. */
function blockMoves({ camera, date, opacity = {}, reveal = {} }: StepDraft['block']): boolean {
  const cameras = [camera, camera?.phone].flatMap((keys) => [
    keys?.zoom,
    keys?.bearing,
    keys?.pitch,
  ]);
  const ranges = [date, ...Object.values(opacity), ...Object.values(reveal), ...cameras];
  return ranges.some((range) => range && range[0] !== range[1]);
}

function checkCameras(
  { phone, ...camera }: CameraKeys & { phone?: CameraKeys | undefined },
  yaml: YamlBlock,
  context: PictureContext,
): void {
  const written = yaml.value.camera as Record<string, unknown>;
  const whole = isWhole(written, { ...camera, phone });
  if (whole && targetsOf(camera).length === 0) {
    context.log.report('camera-without-target', yaml.valueAt(['camera']), { key: 'camera' });
  }
  const path = ['camera'];
  checkTargets(camera, { path, yaml, context });
  const sound = whole && checkZoom(camera, { camera, path, yaml, context });
  if (!phone) return;
  const phonePath = ['camera', 'phone'];
  checkTargets(phone, { path: phonePath, yaml, context });
  if (!isWhole(written.phone, phone)) return;
  const merged = mergePhone(camera, phone);
  if (sound || targetsOf(phone).length > 0) {
    checkZoom(merged, { camera: phone, path: phonePath, yaml, context });
  }
}

interface CameraPlace {
  path: KeyPath;
  yaml: YamlBlock;
  context: PictureContext;
}

function checkTargets(camera: CameraKeys, { path, yaml, context }: CameraPlace): void {
  const { log } = context;
  const [first, second] = targetsOf(camera);
  if (first && second) {
    const key = pathName(path);
    log.report('camera-with-two-targets', yaml.keyAt([...path, second]), { key, first, second });
  }
  const { place, layer } = camera;
  if (place) checkPlace(place, yaml.valueAt([...path, 'place']), context);
  if (!layer || !checkLayer(layer, yaml.valueAt([...path, 'layer']), context)) return;
  const box = context.boundsOfLayer(layer);
  if (!box || box[0] < box[2] || box[1] < box[3]) return;
  log.report('layer-without-extent', yaml.valueAt([...path, 'layer']), { id: layer });
}

/** Checks the zoom of a whole camera; `camera` holds the keys that stand at `path`. */
function checkZoom(
  whole: CameraKeys,
  { camera, path, yaml, context }: CameraPlace & { camera: CameraKeys },
): boolean {
  const { log } = context;
  const [target, other] = targetsOf(whole);
  if (!target || other) return false;
  if (needsZoom(target) && !whole.zoom) {
    const key = camera[target] ? [...path, target] : path;
    log.report('camera-needs-zoom', yaml.keyAt(key), { target: pathName([...path, target]) });
    return false;
  }
  const key = [...path, 'zoom'];
  if (needsZoom(target)) checkNearness(whole, key, { yaml, context });
  if (needsZoom(target) || !camera.zoom) return true;
  log.report('zoom-without-center', yaml.keyAt(key), { key: pathName(key), target });
  return false;
}

function checkNearness(
  { zoom, center, place }: CameraKeys,
  key: KeyPath,
  { yaml, context }: Pick<CameraPlace, 'yaml' | 'context'>,
): void {
  const position =
    center ?? (place ? context.places(yaml.keyAt(key))?.get(place)?.position : undefined);
  const most = position ? Math.floor(nearestZoom(position) * 10) / 10 : 22;
  if (!zoom || Math.max(...zoom) <= most) return;
  context.log.report('zoom-beyond-map', yaml.valueAt(key), {
    key: pathName(key),
    most: String(most),
  });
}

function checkDate({ block }: StepDraft, yaml: YamlBlock, { dates, log }: PictureContext): void {
  if (!block.date || !dates) return;
  const [start, end] = dates;
  const written = String(yaml.value.date);
  const outside = [...new Set(block.date)].filter((day) => day < start || day > end);
  for (const day of outside) {
    const date = isoDate(day);
    const at = yaml.textAt(['date'], Math.max(0, written.indexOf(date)));
    log.report('date-outside-story', at, { date, start: isoDate(start), end: isoDate(end) });
  }
}

function checkShown({ block }: StepDraft, yaml: YamlBlock, context: PictureContext): void {
  const { log, layers } = context;
  const shown = block.show || isWhole(yaml.value, block) ? new Set(block.show) : undefined;
  for (const key of ['opacity', 'reveal'] as const) {
    for (const id of Object.keys(block[key] ?? {})) {
      const at = () => yaml.keyAt([key, id]);
      if (!checkLayer(id, at, context)) continue;
      if (shown && !shown.has(id)) log.report('layer-not-shown', at, { key, id });
      const kind = Object.hasOwn(layers, id) ? layers[id]!.as : 'route';
      if (key === 'reveal' && kind !== 'route') log.report('reveal-not-route', at, { id, kind });
    }
  }
}

function checkRepeated(
  names: string[],
  { key, yaml, log }: { key: string; yaml: YamlBlock; log: IssueLog },
): void {
  const seen = new Set<string>();
  for (const [index, id] of names.entries()) {
    if (seen.has(id)) log.report('repeated-name', () => yaml.valueAt([key, index]), { id, key });
    seen.add(id);
  }
}

function checkLayer(id: string, at: Late<number>, { layerIds, log }: PictureContext): boolean {
  if (!layerIds || layerIds.has(id)) return true;
  const near = () => suggestion(id, layerIds, 'layers');
  log.report('unknown-layer', at, { id, suggestion: near });
  return false;
}

function checkPlace(id: string, at: Late<number>, { places, log }: PictureContext): void {
  const known = places(at);
  if (!known || known.has(id)) return;
  const near = () => suggestion(id, known.keys(), 'places');
  log.report('unknown-place', at, { id, suggestion: near });
}
