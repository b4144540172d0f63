import { type ActionTable, ADMIN, AUDIT, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  // Settings and rights.
  'team/einstellungen#saveOfficeAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveHoursAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveReportingAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#savePromisesAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveLegalTextsAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveDistrictAction': row(ADMIN, 'districts', 'places', AUDIT),
  'team/einstellungen#saveCategoryAction': row(ADMIN, 'categories', AUDIT),
  'team/einstellungen#saveOwnTextAction': row(ADMIN, 'own_texts', AUDIT),
  'team/einstellungen#addFunderAction': row(ADMIN, 'funders', 'stored_files', AUDIT),
  'team/einstellungen#changeFunderAction': row(ADMIN, 'funders', AUDIT),
  'team/einstellungen#removeFunderAction': row(ADMIN, 'funders', AUDIT),
  'team/einstellungen#restoreFunderAction': row(ADMIN, 'funders', AUDIT),
};
