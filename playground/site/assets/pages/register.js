import { register } from '../cms.js';
import { find } from '../element.js';
import { onSubmit } from '../forms.js';
import { keepLogin } from '../session.js';

export const start = () =>
  onSubmit(find('[data-register]'), async (fields) => {
    keepLogin(await register(fields));
    location.assign('/account');
  });
