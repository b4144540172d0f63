import { z } from 'zod';
import { line, paragraphs, seenVersion } from '@/lib/core/text';
import { amount } from '../trials/schema';
import { LENGTHS } from './rules';

const id = z.uuid('form.error.invalid');

const optionalLine = (max: number) => line(0, max).default('');
const optional = (max: number) => paragraphs(0, max).default('');

const texts = {
  name: line(2, LENGTHS.name),
  shortDescription: paragraphs(5, LENGTHS.shortDescription),
  goal: optional(LENGTHS.goal),
  targetGroups: optional(LENGTHS.targetGroups),
  procedure: optional(LENGTHS.procedure),
  preparation: optional(LENGTHS.preparation),
  duration: optionalLine(LENGTHS.duration),
  frequency: optionalLine(LENGTHS.frequency),
  chances: optional(LENGTHS.chances),
  risks: optional(LENGTHS.risks),
  materials: optional(LENGTHS.materials),
  accessibility: optional(LENGTHS.accessibility),
  costCents: amount,
};

export const addFormatSchema = z.object(texts);

export const changeFormatSchema = z.object({ id, version: seenVersion, ...texts });

export const moveFormatSchema = z.object({ id, version: seenVersion });

export const publishFormatSchema = z.object({
  ...{ id, version: seenVersion },
  publicName: line(2, LENGTHS.publicName),
  publicText: paragraphs(10, LENGTHS.publicText),
  publicLearnt: optional(LENGTHS.publicLearnt),
});

export type AddFormatInput = z.output<typeof addFormatSchema>;
export type ChangeFormatInput = z.output<typeof changeFormatSchema>;
export type MoveFormatInput = z.output<typeof moveFormatSchema>;
export type PublishFormatInput = z.output<typeof publishFormatSchema>;
