import type { StartFeature } from '../feature';
import { listen } from '../listen';
import type { Purposes } from '../types';

/**
 * Submitted forms marked `data-cm-form="name"`. Only fields that the page maps to a contact field
 * are sent, by `data-cm-field` on the field or `data-cm-fields="email,first_name:firstName"` on
 * the form; secrets never are, mapped or not.
 */
const SECRET = /password|hidden|file|cc-/;

export const trackForms: StartFeature = (track) =>
  listen('submit', (_event, target) => {
    const { dataset, elements } = target as HTMLFormElement;
    const { cmForm: title, cmFields = '' } = dataset;
    if (!title) return;
    const fields: Record<string, unknown> = {};
    let consent: Purposes | undefined;
    for (const input of elements as Iterable<Element> as Iterable<HTMLInputElement>) {
      const { type, checked } = input;
      const { cmConsent: purpose, cmField } = input.dataset;
      let field = cmField;
      for (const pair of cmFields.split(/[\s,]+/)) {
        const [name, mapped = name] = pair.split(':') as [string, string?];
        if (name === input.name) field ??= mapped;
      }
      if (purpose) (consent ??= {})[purpose] = checked;
      if (field && !SECRET.test(type + input.autocomplete) && (type !== 'radio' || checked))
        fields[field] = type === 'checkbox' ? checked : input.value;
    }
    track('formsubmit', { title, data: { form: title, fields, consent } });
  });
