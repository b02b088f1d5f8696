// Makes pages quicker and live; every page works without it.
document.documentElement.classList.add('js');

for (const form of document.querySelectorAll('form[data-auto]'))
  for (const field of form.querySelectorAll('select')) field.addEventListener('change', () => form.requestSubmit());
