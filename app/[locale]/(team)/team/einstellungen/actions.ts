'use server';

import { requireAdmin } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import {
  saveCategory,
  saveDistrict,
  saveOffice,
  saveOpeningHours,
  saveOwnText,
} from '@/lib/settings/commands';
import {
  addFunder,
  changeFunder,
  removeFunder,
  restoreFunder,
} from '@/lib/settings/funders/commands';
import {
  addFunderSchema,
  changeFunderSchema,
  moveFunderSchema,
} from '@/lib/settings/funders/schema';
import { settingsPaths } from '@/lib/settings/paths';
import {
  categorySchema,
  districtSchema,
  hoursSchema,
  legalTextsSchema,
  officeSchema,
  ownTextSchema,
  promisesSchema,
  reportingSchema,
} from '@/lib/settings/schema';

const overview = (locale: string) => localized(locale, settingsPaths.teamSettingsSaved());
const part = (locale: string, name: string) =>
  localized(locale, saying(settingsPaths.teamSettingsPart(name), 'team.said.saved'));

export const saveOfficeAction = defineFormAction({
  form: 'settings-office',
  schema: officeSchema,
  run: async (_who, { version, ...changes }) =>
    saveOffice(await requireAdmin(), { part: 'office', version, changes }),
  done: (_value, _input, { locale }) => overview(locale),
});

export const saveHoursAction = defineFormAction({
  form: 'settings-hours',
  schema: hoursSchema,
  run: async (_who, week) => saveOpeningHours(await requireAdmin(), week),
  done: (_value, _input, { locale }) => overview(locale),
});

export const saveReportingAction = defineFormAction({
  form: 'settings-reporting',
  schema: reportingSchema,
  run: async (_who, { version, ...changes }) =>
    saveOffice(await requireAdmin(), { part: 'reporting', version, changes }),
  done: (_value, _input, { locale }) => overview(locale),
});

export const savePromisesAction = defineFormAction({
  form: 'settings-promises',
  schema: promisesSchema,
  run: async (_who, { version, ...changes }) =>
    saveOffice(await requireAdmin(), { part: 'promises', version, changes }),
  done: (_value, _input, { locale }) => overview(locale),
});

export const saveLegalTextsAction = defineFormAction({
  form: 'settings-legal',
  schema: legalTextsSchema,
  run: async (_who, { version, ...changes }) =>
    saveOffice(await requireAdmin(), { part: 'legal', version, changes }),
  done: (_value, _input, { locale }) => overview(locale),
});

export const saveDistrictAction = defineFormAction({
  form: 'settings-district',
  schema: districtSchema,
  run: async (_who, input) => saveDistrict(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'stadtteile'),
});

export const saveCategoryAction = defineFormAction({
  form: 'settings-category',
  schema: categorySchema,
  run: async (_who, input) => saveCategory(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'themen'),
});

export const saveOwnTextAction = defineFormAction({
  form: 'settings-own-text',
  schema: ownTextSchema,
  run: async (_who, input) => saveOwnText(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'angebot'),
});

export const addFunderAction = defineFormAction({
  form: 'settings-funder',
  schema: addFunderSchema,
  files: ['logo'],
  run: async (_who, input) => addFunder(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'foerderer'),
});

export const removeFunderAction = defineFormAction({
  form: 'settings-funder-remove',
  schema: moveFunderSchema,
  run: async (_who, input) => removeFunder(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'foerderer'),
});

export const changeFunderAction = defineFormAction({
  form: 'settings-funder-change',
  schema: changeFunderSchema,
  files: ['logo'],
  run: async (_who, input) => changeFunder(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'foerderer'),
});

export const restoreFunderAction = defineFormAction({
  form: 'settings-funder-restore',
  schema: moveFunderSchema,
  run: async (_who, input) => restoreFunder(await requireAdmin(), input),
  done: (_value, _input, { locale }) => part(locale, 'foerderer'),
});
