// The page that a link leads to is patched into this one, which would leave the menu open over it.

document.addEventListener('click', ({ target }) => target.closest('[popover] a')?.closest('[popover]').hidePopover())
