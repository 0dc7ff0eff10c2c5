"""The page's own theme: system fonts only (nothing is fetched), a calm palette of AA contrast, light and dark."""

import gradio as gr

FONT = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")


def build_theme() -> gr.themes.Base:
    """Gradio's base theme in our colours; everything else of the look stands in assets/page.css."""
    fonts = [gr.themes.Font(name) for name in FONT]
    mono = [gr.themes.Font(name) for name in MONO]
    petrol = gr.themes.Color(
        name="petrol", c50="#eef6f7", c100="#d8eaec", c200="#b5d6da", c300="#86bac1", c400="#4f97a1",
        c500="#1f7480", c600="#0b5c68", c700="#0a4c56", c800="#0a3e46", c900="#08333a", c950="#052227",
    )  # fmt: skip
    slate = gr.themes.Color(
        name="slate", c50="#f6f8f8", c100="#edf1f1", c200="#dbe2e2", c300="#bcc8c9", c400="#8b9a9c",
        c500="#5f6f71", c600="#4a5859", c700="#364243", c800="#232c2e", c900="#182022", c950="#101618",
    )  # fmt: skip
    theme = gr.themes.Base(
        primary_hue=petrol, secondary_hue=petrol, neutral_hue=slate, font=fonts, font_mono=mono,
        radius_size=gr.themes.sizes.radius_md, text_size=gr.themes.sizes.text_lg,
    )  # fmt: skip
    return theme.set(
        body_background_fill="#f4f7f7", body_background_fill_dark="#101618",
        body_text_color="#17272a", body_text_color_dark="#e6eded",
        body_text_color_subdued="#4a5859", body_text_color_subdued_dark="#a9b8ba",
        block_background_fill="#ffffff", block_background_fill_dark="#182022",
        block_label_text_color="#364243", block_label_text_color_dark="#c7d3d4",
        block_title_text_color="#364243", block_title_text_color_dark="#c7d3d4",
        input_background_fill="#ffffff", input_background_fill_dark="#101618",
        input_border_color="#7a898b", input_border_color_dark="#6f8083",
        input_placeholder_color="#5f6f71", input_placeholder_color_dark="#9fb0b2",
        button_primary_background_fill="#0b5c68", button_primary_background_fill_dark="#7fcbd5",
        button_primary_background_fill_hover="#0a4c56", button_primary_background_fill_hover_dark="#a5dde4",
        button_primary_text_color="#ffffff", button_primary_text_color_dark="#08232a",
        button_secondary_background_fill="#ffffff", button_secondary_background_fill_dark="#232c2e",
        button_secondary_text_color="#0a3e46", button_secondary_text_color_dark="#d8eaec",
        button_secondary_border_color="#7a898b", button_secondary_border_color_dark="#6f8083",
    )  # fmt: skip
