'use server';

import { savedEntryPath } from '@/components/calendar/area';
import { requireCoordinator } from '@/lib/accounts/actor';
import { defineFormAction } from '@/lib/accounts/form-action';
import { changeDate } from '@/lib/calendar/dates/commands';
import { addEntry, cancelEntry, changeEntry, reviveEntry } from '@/lib/calendar/entries/commands';
import {
  addEntrySchema,
  cancelEntrySchema,
  changeDateSchema,
  changeEntrySchema,
  reviveEntrySchema,
} from '@/lib/calendar/entries/schema';

export const addEntryAction = defineFormAction({
  form: 'team-calendar-add-entry',
  schema: addEntrySchema,
  lists: ['districts'],
  limit: { name: 'team-calendar-add-entry', max: 120, windowSeconds: 3600 },
  run: async (_who, input) => addEntry(await requireCoordinator(), input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'team', id),
});

export const changeEntryAction = defineFormAction({
  form: 'team-calendar-change-entry',
  schema: changeEntrySchema,
  lists: ['districts'],
  run: async (_who, input) => changeEntry(await requireCoordinator(), input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'team', id),
});

export const changeDateAction = defineFormAction({
  form: 'team-calendar-change-date',
  schema: changeDateSchema,
  run: async (_who, input) => changeDate(await requireCoordinator(), input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'team', id),
});

export const cancelEntryAction = defineFormAction({
  form: 'team-calendar-cancel-entry',
  schema: cancelEntrySchema,
  run: async (_who, input) => cancelEntry(await requireCoordinator(), input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'team', id),
});

export const reviveEntryAction = defineFormAction({
  form: 'team-calendar-revive-entry',
  schema: reviveEntrySchema,
  run: async (_who, input) => reviveEntry(await requireCoordinator(), input),
  done: ({ id }, _input, { locale }) => savedEntryPath(locale, 'team', id),
});
