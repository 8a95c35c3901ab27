using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Integrationskonzept.Api.Tests.Rooms;

/// <summary>
/// Which type of an assembly uses which, as compiled: bases, members, attributes, and all that the code in methods names.
/// </summary>
/// <remarks>A constant leaves no trace: the compiler puts its value in its place.</remarks>
static class CompiledTypes
{
    /// <summary>Pairs of types of the assembly itself; a nested type, so also a lambda, counts as the one around it.</summary>
    public static IReadOnlySet<(CompiledType From, CompiledType To)> UsesIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var uses = new HashSet<(CompiledType, CompiledType)>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var named = new NamedTypes(metadata);
            Read(handle, metadata, file, named);
            var from = CompiledType.Around(handle, metadata);
            uses.UnionWith(named.Types.Select(to => (from, CompiledType.Around(to, metadata))).Where(use => use.from != use.Item2));
        }
        return uses;
    }

    static void Read(TypeDefinitionHandle handle, MetadataReader metadata, PEReader file, NamedTypes named)
    {
        var type = metadata.GetTypeDefinition(handle);
        named.Add(type.BaseType);
        foreach (var one in type.GetInterfaceImplementations())
            named.Add(metadata.GetInterfaceImplementation(one).Interface);
        foreach (var field in type.GetFields())
            named.Add(field);
        foreach (var one in type.GetGenericParameters().SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
            named.Add(metadata.GetGenericParameterConstraint(one).Type);
        foreach (var attribute in type.GetCustomAttributes())
            named.Add(metadata.GetCustomAttribute(attribute).Constructor);
        foreach (var method in type.GetMethods())
        {
            named.Add(method);
            var definition = metadata.GetMethodDefinition(method);
            foreach (var attribute in definition.GetCustomAttributes())
                named.Add(metadata.GetCustomAttribute(attribute).Constructor);
            if (definition.RelativeVirtualAddress == 0)
                continue;
            var body = file.GetMethodBody(definition.RelativeVirtualAddress);
            named.Add(body.LocalSignature);
            foreach (var region in body.ExceptionRegions)
                named.Add(region.CatchType);
            foreach (var token in Instructions.TokensOf(body.GetILReader()))
                named.Add(token);
        }
    }
}

/// <summary>A type as it is written: one that is not nested.</summary>
readonly record struct CompiledType(string Namespace, string Name)
{
    public static CompiledType Around(TypeDefinitionHandle handle, MetadataReader metadata)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } around)
            type = metadata.GetTypeDefinition(around);
        return new(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
