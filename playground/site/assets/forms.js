/** Forms that only the tracker reads, and forms that talk to Strapi. */
import { CmsError } from './cms.js';
import { element } from './element.js';

/** The forms marked `data-cm-form` go to the contact plugin; here they say thank you. */
export const thankAfterForms = () => {
  for (const form of document.querySelectorAll('form[data-thanks]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      form.replaceWith(
        element('p', { class: 'form__thanks', role: 'status' }, form.dataset.thanks)
      );
    });
  }
};

/** Runs `work` with the form's fields; what Strapi has against them is shown in the form. */
export const onSubmit = (form, work) =>
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    const problem = form.querySelector('.form__problem');
    button.disabled = true;
    problem.hidden = true;
    try {
      await work(Object.fromEntries(new FormData(form)));
    } catch (error) {
      problem.textContent =
        error instanceof CmsError ? error.message : 'The shop cannot be reached. Try again.';
      problem.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
