using System.Text.Json.Nodes;

namespace Integrationskonzept.Contracts.Tests;

/// <summary>The comparison itself must be able to see a break.</summary>
public sealed class When_schemas_are_compared
{
    const string Before = """
        { "E": { "type": "object", "required": ["a"], "properties": {
            "a": { "type": "string" }, "b": { "type": ["string", "null"], "format": "date" }, "kind": { "enum": ["x", "y"] },
            "list": { "type": "array", "items": { "type": "object", "properties": { "c": { "type": "integer" } } } } } } }
        """;

    [Theory]
    [InlineData("\"E\"", "\"F\"", "E is gone")]
    [InlineData("\"a\": {", "\"z\": {", "E.a is gone")]
    [InlineData("\"a\": { \"type\": \"string\" }", "\"a\": { \"type\": \"integer\" }", "E.a had type \"string\" and has \"integer\"")]
    [InlineData("[\"string\", \"null\"]", "\"string\"", "E.b had type [\"string\",\"null\"] and has \"string\"")]
    [InlineData("\"format\": \"date\"", "\"format\": \"date-time\"", "E.b had format \"date\" and has \"date-time\"")]
    [InlineData("[\"x\", \"y\"]", "[\"x\"]", "E.kind no longer has the value y")]
    [InlineData("\"c\": {", "\"d\": {", "E.list[].c is gone")]
    [InlineData("[\"a\"]", "[]", "E.a is no longer always there")]
    [InlineData("[\"a\"]", "[\"a\", \"kind\"]", "E.kind is newly required")]
    public void Breaks_are_named(string old, string @new, string expected) =>
        ContractChange.Breaking(Parse(Before), Parse(Before.Replace(old, @new, StringComparison.Ordinal))).ShouldContain(expected);

    [Theory]
    [InlineData("\"a\": {", "\"new\": { \"type\": [\"string\", \"null\"] }, \"a\": {")]
    [InlineData("[\"x\", \"y\"]", "[\"x\", \"y\", \"z\"]")]
    [InlineData("{ \"E\"", "{ \"F\": { \"type\": \"object\" }, \"E\"")]
    public void Additions_are_none(string old, string @new) =>
        ContractChange.Breaking(Parse(Before), Parse(Before.Replace(old, @new, StringComparison.Ordinal))).ShouldBeEmpty();

    static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
