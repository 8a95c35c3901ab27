namespace Integrationskonzept.Rendering;

sealed record Format(string Name, string MediaType, bool MadeByPandoc);

static class Formats
{
    static readonly Format[] All =
    [
        new("pdf", "application/pdf", MadeByPandoc: false),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", MadeByPandoc: true),
        new("odt", "application/vnd.oasis.opendocument.text", MadeByPandoc: true),
        new("epub", "application/epub+zip", MadeByPandoc: true),
    ];

    public static Format? Find(string name) => Array.Find(All, f => f.Name == name);
}
