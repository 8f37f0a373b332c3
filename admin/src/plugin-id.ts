export const PLUGIN_ID = 'contact-management';
