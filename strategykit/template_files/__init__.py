"""Reading strategy templates: a YAML file becomes a Template, or every mistake with its line."""

from strategykit.template_files.json_schema import template_schema
from strategykit.template_files.reading import (
    TemplateFile,
    read_template,
    read_template_bytes,
    read_template_file,
    shipped_files,
    shipped_problems,
    shipped_templates,
)

__all__ = [
    "TemplateFile",
    "read_template",
    "read_template_bytes",
    "read_template_file",
    "shipped_files",
    "shipped_problems",
    "shipped_templates",
    "template_schema",
]
