"""Tables drawn without rules: columns found by the money they hold and by the white between words."""
