/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const SETTINGS_EVENTS = {
  'settings.changed.office': 'settings',
  'settings.changed.hours': 'settings',
  'settings.changed.district': 'settings',
  'settings.changed.category': 'settings',
  'settings.changed.reporting': 'settings',
  'settings.changed.promises': 'settings',
  'settings.changed.funders': 'settings',
  'settings.changed.ownWords': 'settings',
  'settings.changed.legal': 'settings',
} as const;

type SettingsEvents = typeof SETTINGS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends SettingsEvents {}
}
