import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'funders', 'name url'),
  columns('PROGRAM', 'funders', 'former_logo'),
  columns('PUBLIC', 'categories', 'label label_en label_easy'),
  columns('PROGRAM', 'categories', 'slug'),
  columns('PUBLIC', 'districts', 'name description'),
  columns('PROGRAM', 'districts', 'slug'),
  columns('PUBLIC', 'office_settings', 'office_name forum_name town_name carrier_name'),
  columns('PUBLIC', 'office_settings', 'carrier_address represented_by street postal_code'),
  columns('PUBLIC', 'office_settings', 'phone email reporting_name reporting_url'),
  columns('PUBLIC', 'office_settings', 'reporting_phone privacy_contact supervisory_body'),
  columns('PUBLIC', 'office_settings', 'imprint_extra privacy_extra accessibility_extra'),
  columns('PUBLIC', 'office_settings', 'easy_language_extra'),
  columns('PROGRAM', 'office_settings', 'holiday_region opening_hours'),
  columns('PUBLIC', 'own_texts', 'text text_easy text_en'),
  columns('PUBLIC', 'places', 'name'),
];
