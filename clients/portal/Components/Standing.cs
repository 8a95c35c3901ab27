using System.Collections;

namespace Integrationskonzept.Portal.Components;

/// <summary>What a form's fields would say, by their names in it: <c>Form.Measures[0].Title</c>.</summary>
static class Standing
{
    public static IReadOnlyDictionary<string, string> Of(string name, object form)
    {
        var fields = new Dictionary<string, string>();
        Add(fields, name, form);
        return fields;
    }

    static void Add(Dictionary<string, string> fields, string name, object? value)
    {
        switch (value)
        {
            case null or string or ValueType:
                fields[name] = value?.ToString() ?? "";
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                    Add(fields, $"{name}[{entry.Key}]", entry.Value);
                break;
            case IEnumerable<Guid> ids:
                fields[name] = string.Join(' ', ids);
                break;
            case IEnumerable rows:
                foreach (var (index, row) in rows.Cast<object?>().Index())
                    Add(fields, $"{name}[{index}]", row);
                break;
            default:
                foreach (var property in value.GetType().GetProperties())
                    Add(fields, $"{name}.{property.Name}", property.GetValue(value));
                break;
        }
    }
}
