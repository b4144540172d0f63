import { z } from 'zod';
import { line, mailAddress, paragraphs, phoneNumber, seenVersion, tick } from '@/lib/core/text';
import { HOLIDAY_REGIONS, OWN_TEXTS, parseHours } from './rules';

export const webAddress = z
  .string({ error: 'settings.error.url' })
  .trim()
  .max(300, 'settings.error.url')
  .regex(/^(?:https?:\/\/[^\s"'<>\\]+)?$/, 'settings.error.url');

const phoneOrNothing = z.union([z.literal(''), phoneNumber]);

const wholeNumber = (min: number, max: number) => {
  const problem = `settings.error.between|min=${min}|max=${max}`;
  return z
    .string({ error: problem })
    .trim()
    .regex(/^\d{1,4}$/, problem)
    .transform(Number)
    .refine((number) => number >= min && number <= max, problem);
};

export const officeSchema = z.object({
  version: seenVersion,
  officeName: line(2, 80),
  forumName: line(2, 80),
  townName: line(1, 80),
  carrierName: line(2, 120),
  carrierAddress: line(0, 200),
  representedBy: line(0, 120),
  street: line(2, 120),
  postalCode: z
    .string({ error: 'settings.error.postalCode' })
    .trim()
    .regex(/^\d{5}$/, 'settings.error.postalCode'),
  phone: phoneNumber,
  email: mailAddress,
});

const hoursOf = (weekday: number) =>
  z
    .string({ error: 'settings.error.hours' })
    .max(100, 'settings.error.hours')
    .transform((text, context) => {
      const spans = parseHours(weekday, text);
      if (spans) return spans;
      context.addIssue({ code: 'custom', message: 'settings.error.hours' });
      return z.NEVER;
    });

export const hoursSchema = z
  .object({
    version: seenVersion,
    day1: hoursOf(1),
    day2: hoursOf(2),
    day3: hoursOf(3),
    day4: hoursOf(4),
    day5: hoursOf(5),
    day6: hoursOf(6),
    day7: hoursOf(7),
  })
  .transform(({ version, ...week }) => ({ version, hours: Object.values(week).flat() }));

const item = z.union([z.literal(''), z.uuid('form.refused.notFound')]).default('');

export const districtSchema = z.object({
  id: item,
  version: seenVersion.default(0),
  name: line(2, 60),
  description: paragraphs(0, 500),
  places: paragraphs(0, 2000).transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((place) => place.trim())
        .filter((place) => place !== ''),
    ),
  ]),
  position: wholeNumber(0, 999),
  active: tick,
});

export const categorySchema = z.object({
  id: item,
  version: seenVersion.default(0),
  label: line(2, 60),
  labelEn: line(0, 60),
  labelEasy: line(0, 60),
  position: wholeNumber(0, 999),
  active: tick,
});

export const ownTextSchema = z.object({
  key: z.enum(OWN_TEXTS, { error: 'form.refused.notFound' }),
  version: seenVersion.default(0),
  text: paragraphs(0, 1000),
  textEasy: paragraphs(0, 1000),
  textEn: paragraphs(0, 1000),
});

export const reportingSchema = z.object({
  version: seenVersion,
  reportingName: line(0, 120),
  reportingUrl: webAddress,
  reportingPhone: phoneOrNothing,
});

export const promisesSchema = z.object({
  version: seenVersion,
  promiseWorkdays: wholeNumber(1, 60),
  supportWorkdays: wholeNumber(1, 60),
  holidayRegion: z.enum(HOLIDAY_REGIONS, 'form.error.choose'),
});

export const legalTextsSchema = z.object({
  version: seenVersion,
  privacyContact: paragraphs(0, 1000),
  supervisoryBody: paragraphs(0, 1000),
  imprintExtra: paragraphs(0, 10000),
  privacyExtra: paragraphs(0, 10000),
  accessibilityExtra: paragraphs(0, 10000),
  easyLanguageExtra: paragraphs(0, 10000),
});
