import { logIn } from '../cms.js';
import { find } from '../element.js';
import { onSubmit } from '../forms.js';
import { keepLogin } from '../session.js';

export const start = () =>
  onSubmit(find('[data-login]'), async (fields) => {
    keepLogin(await logIn(fields));
    location.assign('/account');
  });
